using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Explanation;
using PowerIntegration.Plugins.Law;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Explanation;
using PowerIntegration.Tables.Rows;
using PowerIntegration.Tables.Versions;

namespace PowerIntegration.Plugins.Explanation;

/// <summary>
/// Says what a version of terms means, what is wrong with it, and what three applications of a contract over 100,000.00 would pay under it. It reads
/// as
/// the caller and writes nothing.
/// </summary>
[CustomApi(
    "pint_ExplainTerms",
    Gates.ExplainTerms,
    "Explains a version of a commitment's terms in words, names what is wrong with it, and bills an example with it. Nothing is stored.",
    DisplayName = "Explain terms"
)]
[CustomApiInput("TermsId", CustomApiFieldType.Guid, "Row ID of the terms: a draft or any other version.")]
[CustomApiOutput("ProblemCount", CustomApiFieldType.Integer, "Number of things that are wrong with the terms; 0 if they can be used.")]
[CustomApiOutput("Message", CustomApiFieldType.String, "Message to show to a person: the result of the example, or what to correct first.")]
[CustomApiOutput("Sentences", CustomApiFieldType.String, "What the terms mean, one sentence on each line; empty if the row cannot be read.")]
[CustomApiOutput("Explanation", CustomApiFieldType.String, "Topics with their columns, problems with columns and values, and the example, as JSON.")]
public sealed class ExplainTerms : PluginShell
{
    private const string CommitmentAlias = "contract";

    private protected override void Run(PluginCall call)
    {
        var termsId = call.Input<Guid>("TermsId");
        var service = call.CallerService();
        var row =
            Rows.First(service, Terms(termsId))
            ?? throw new InvalidPluginExecutionException($"Terms {termsId} do not exist, or you may not see them. Choose another version.");
        var commitment = new RowView(row, CommitmentAlias);
        var version = TermsVersionRows.Read(
            new RowView(row),
            commitment.Text(CommitmentTable.Number) ?? "",
            commitment.Text(CommitmentTable.Currency) ?? "",
            out var problems
        );
        var law = version.Region is { } region ? JurisdictionRuleReader.Read(service, region.Jurisdiction) : new JurisdictionRules([], null);
        var explanation = TermsExplanation.Of(version, law.Rules, law.Refusal);
        call.Output("ProblemCount", explanation.ProblemCount);
        call.Output("Message", explanation.Message);
        call.Output("Sentences", string.Join("\n", explanation.Topics.SelectMany(topic => topic.Sentences)));
        call.Output("Explanation", ExplanationText.Write(explanation, row, problems));
    }

    private static QueryExpression Terms(Guid termsId)
    {
        var query = Rows.Of(CommitmentTermsTable.LogicalName, [.. TermsVersionRows.Columns, CommitmentTermsTable.CommitmentId]);
        query.Criteria.AddCondition(CommitmentTermsTable.Id, ConditionOperator.Equal, termsId);
        query
            .AddLink(CommitmentTable.LogicalName, CommitmentTermsTable.CommitmentId, CommitmentTable.Id, JoinOperator.LeftOuter)
            .Join(CommitmentAlias, [CommitmentTable.Number, CommitmentTable.Currency]);
        return query;
    }
}
