using Microsoft.Xrm.Sdk;
using PowerIntegration.Gateway.Dataverse;
using PowerIntegration.Gateway.Remote;
using PowerIntegration.Gateway.Submission;

namespace PowerIntegration.Gateway.Holds;

/// <summary>
/// Looks up the payment hold of a posted document, releases it where Dataverse says that it is due, and has the result recorded. Repeating the call
/// is safe: a hold that is released is not released again.
/// </summary>
internal sealed class HoldReviews(SendableDocuments documents, IEnumerable<IHeldPayments> payments, IDataverseStore store, TimeProvider clock)
{
    private const string ClaimApi = "pint_ClaimHoldRelease";
    private const string RecordApi = "pint_RecordHoldReview";

    /// <summary>Reviews; see the class.</summary>
    public async Task<ReviewedHold> ReviewAsync(Guid documentId, CancellationToken cancellationToken)
    {
        var budget = CallBudget.Start(clock, CallBudget.Operation);
        var document = await documents.FindAsync(documentId, cancellationToken);
        var held = payments.FirstOrDefault(candidate => candidate.Takes(document.Type)) ?? throw SendableDocuments.NotSendable(document);
        var claim = await store.CallAsync(
            ClaimApi,
            new ParameterCollection { { "DocumentId", documentId }, { "ContentHash", document.ContentHash ?? "" } },
            cancellationToken
        );
        if (!Flag(claim, "IsOpen"))
        {
            return new ReviewedHold(documentId, IsReleased: true, Text(claim));
        }

        // From here on the caller's patience does not matter: to stop between release and record would leave it unrecorded. The budget bounds it.
        var look = await held.LookAsync(document, Flag(claim, "IsDue") ? Text(claim) : null, budget, CancellationToken.None);
        var inputs = new ParameterCollection { { "DocumentId", documentId }, { "ReadBack", look.ReadBack } };
        if (look.Answers is { } answers)
        {
            inputs.Add("Answers", answers);
        }

        if (look.Remark is { } remark)
        {
            inputs.Add("Remark", remark);
        }

        var recorded = await store.CallAsync(RecordApi, inputs, CancellationToken.None);
        return new ReviewedHold(documentId, Flag(recorded, "IsReleased"), Text(recorded));
    }

    private static bool Flag(ParameterCollection outputs, string name) => outputs.TryGetValue(name, out var value) && value is true;

    private static string Text(ParameterCollection outputs) => outputs.TryGetValue("Message", out var value) && value is string text ? text : "";
}
