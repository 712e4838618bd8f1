using Microsoft.Xrm.Sdk;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Documents;

/// <summary>What a person's decision releases: how many documents, and how much they pay or would pay.</summary>
[CustomApiOutput(
    "ReleasedDocuments",
    CustomApiFieldType.Integer,
    "Number of documents that continue now, including those that were waiting for them."
)]
[CustomApiOutput(
    "ReleasedAmount",
    CustomApiFieldType.Decimal,
    "Amount to pay on them; for documents not prepared yet, the current payment due in Procore."
)]
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
