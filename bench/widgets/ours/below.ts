import '#widgets/cost';
import '#widgets/trend';
import '#widgets/journey';
