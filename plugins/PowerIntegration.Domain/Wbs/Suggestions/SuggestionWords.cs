namespace PowerIntegration.Domain.Wbs.Suggestions;

/// <summary>What speaks for a suggested task, in words.</summary>
public static class SuggestionWords
{
    /// <summary>The end of a sentence about a task.</summary>
    public static string Of(SuggestionEvidence evidence) =>
        evidence switch
        {
            SuggestionEvidence.SameParent => "it has the same parent task as the mapped task, which takes no cost any more",
            SuggestionEvidence.Below => "it is below the mapped task, which has subtasks now",
            SuggestionEvidence.PurchaseOrder => "the purchase order in Oracle is coded with it",
            SuggestionEvidence.SameName => "it has the name of the code",
            SuggestionEvidence.SameNumber => "it has the number of the cost code",
            SuggestionEvidence.OtherCostTypes => "other cost types of the cost code have it",
            SuggestionEvidence.OtherProjects => "the same cost code and cost type have it in other projects",
            _ => throw new ArgumentOutOfRangeException(nameof(evidence), evidence, "The evidence has no words."),
        };
}
