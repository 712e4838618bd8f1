namespace PowerIntegration.Gateway.Wbs.Mapping;

/// <summary>A segment of a project's WBS codes in Procore.</summary>
/// <param name="Name">Name.</param>
/// <param name="Kind">CostCode, CostType, SubJob or Custom.</param>
/// <param name="IsTiered">Whether its items lie under each other.</param>
/// <param name="NamesTask">Whether its items are the tasks of Oracle.</param>
internal sealed record SegmentChoice(string Name, SegmentKind Kind, bool IsTiered, bool NamesTask);
