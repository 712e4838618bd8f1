namespace PowerIntegration.Domain.Wbs.Suggestions;

/// <summary>What speaks for a suggested task, the strongest first.</summary>
public enum SuggestionEvidence
{
    /// <summary>The mapped task takes no cost any more; this one has the same parent.</summary>
    SameParent,

    /// <summary>The mapped task has subtasks; this one is below it.</summary>
    Below,

    /// <summary>The purchase order in Oracle is coded with it.</summary>
    PurchaseOrder,

    /// <summary>It has the name of the code.</summary>
    SameName,

    /// <summary>It has the number of the cost code.</summary>
    SameNumber,

    /// <summary>Other cost types of the cost code in this project have it.</summary>
    OtherCostTypes,

    /// <summary>The same cost code and cost type in other projects have it.</summary>
    OtherProjects,
}
