using Microsoft.Xrm.Sdk;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Documents;

/// <summary>What an act lets go on: how many documents, and how much they pay or would pay.</summary>
[CustomApiOutput("ReleasedDocuments", CustomApiFieldType.Integer, "How many documents go on now, those that wait for them included.")]
[CustomApiOutput("ReleasedAmount", CustomApiFieldType.Decimal, "What they pay, or what their source certifies where they are not prepared.")]
internal static class ReleasedWork
{
    /// <summary>Columns that <see cref="Answer"/> needs.</summary>
    public static IReadOnlyList<string> Columns { get; } = [DocumentTable.PayableAmount, DocumentTable.CertifiedPayment];

    /// <summary>Answers the caller.</summary>
    public static void Answer(PluginCall call, IReadOnlyCollection<Entity> documents)
    {
        call.Output("ReleasedDocuments", documents.Count);
        call.Output("ReleasedAmount", documents.Sum(document => Amount(new RowView(document))));
    }

    private static decimal Amount(RowView row) => row.Amount(DocumentTable.PayableAmount) ?? row.Amount(DocumentTable.CertifiedPayment) ?? 0m;
}
