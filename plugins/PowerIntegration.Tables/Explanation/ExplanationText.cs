using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Explanation;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Texts;
using PowerIntegration.Tables.Versions;

namespace PowerIntegration.Tables.Explanation;

/// <summary>An explanation of terms as JSON, with the columns that its parts are about.</summary>
public static class ExplanationText
{
    private const string Empty = "(none)";

    /// <summary>Writes the explanation.</summary>
    /// <param name="explanation">The explanation.</param>
    /// <param name="row">The row, with the columns of <see cref="TermsVersionRows.Columns"/>.</param>
    /// <param name="problems">The problems of the row, as they were read with it.</param>
    public static string Write(TermsExplanation explanation, Entity row, IReadOnlyList<ColumnProblem> problems) =>
        new JsonObject()
            .Text("terms", explanation.Version.Key)
            .Text("currency", explanation.Version.Terms.Currency)
            .ListOrEmpty("topics", explanation.Topics.Select(Topic))
            .ListOrEmpty(
                "problems",
                problems
                    .Concat(explanation.Faults.Select(Fault))
                    .Concat(explanation.Example?.Stop is { } stop ? [new ColumnProblem(stop.Sentence, [CommitmentTermsTable.RetainageKind])] : [])
                    .Select(problem => Problem(problem, row))
            )
            .Inside("example", explanation.Example is { Stop: null } example ? Example(example) : null)
            .ToString();

    private static ColumnProblem Fault(TermsFault fault) => new(fault.Refusal.Sentence, [.. fault.Terms.SelectMany(TermsColumns.Of)]);

    private static JsonObject Topic(TopicWords words) =>
        new JsonObject()
            .Choice("topic", words.Topic)
            .Text("title", Sentence.Words(words.Topic))
            .Texts("sentences", words.Sentences)
            .Texts("columns", TermsColumns.Of(words.Topic));

    private static JsonObject Problem(ColumnProblem problem, Entity row) =>
        new JsonObject().Text("sentence", problem.Sentence).ListOrEmpty("fields", problem.Columns.Select(column => Field(column, row)));

    private static JsonObject Field(string column, Entity row) =>
        new JsonObject()
            .Text("column", column)
            .Text("label", Labels.Of(CommitmentTermsTable.LogicalName, column))
            .Text("value", VersionRows.Shown(row, column) ?? Empty);

    private static JsonObject Example(WorkedExample example) =>
        new JsonObject()
            .Number("contractSum", WorkedExample.ContractSum)
            .ListOrEmpty("applications", example.Applications.Select(Application))
            .Number("residual", example.Residual);

    private static JsonObject Application(ExampleApplication application) =>
        new JsonObject()
            .WholeNumber("number", application.Number)
            .Number("work", application.Work)
            .Number("stored", application.Stored)
            .Number("gross", application.Gross)
            .Number("workRetainage", application.WorkRetainage)
            .Number("storedRetainage", application.StoredRetainage)
            .Number("retainage", application.Retainage)
            .Number("earned", application.Earned)
            .Number("paymentDue", application.PaymentDue)
            .Number("tax", application.Tax)
            .Number("withheld", application.Withheld)
            .Number("payable", application.Payable)
            .Number("balance", application.Balance)
            .Texts("remarks", application.Remarks);
}
