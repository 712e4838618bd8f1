using PowerIntegration.Domain.Law.PayWhenPaid;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Texts;
using PowerIntegration.Plugins.Law;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;

namespace PowerIntegration.Plugins.Processes.SubcontractorInvoices.Holds;

/// <summary>
/// Answers which posted invoices of a contract keep a payment hold and which are released, under its clause and the law of the place: for one
/// document as its rows have it, or for facts that the caller gives. It writes nothing.
/// </summary>
[CustomApi(
    "pint_ReviewPaymentHold",
    Gates.ReviewPaymentHold,
    "Returns which posted invoices of a commitment keep a payment hold and which are released. Nothing is stored."
)]
[CustomApiInput(
    "DocumentId",
    CustomApiFieldType.Guid,
    "Row ID of a posted document. Its amount, terms and place are then read from its rows. Leave empty to give all facts.",
    IsOptional = true
)]
[CustomApiInput(
    "Request",
    CustomApiFieldType.String,
    "With a document: date, due date and the owner's payments. Without: commitment, jurisdiction, payment clause, invoices with the owner's "
        + "payments, and the date. As JSON."
)]
[CustomApiOutput("State", CustomApiFieldType.String, "Reviewed, Held or Refused.")]
[CustomApiOutput("ReasonCode", CustomApiFieldType.String, "Code of the reason no review was possible; empty if it was.")]
[CustomApiOutput("Message", CustomApiFieldType.String, "Result and warnings to show to a person, one per line.")]
[CustomApiOutput("Instructions", CustomApiFieldType.String, "Instruction for each invoice, as JSON.")]
public sealed class ReviewPaymentHold : PluginShell
{
    private const string Reviewed = "Reviewed";

    private const int MessageLengthMax = 4000;

    private protected override void Run(PluginCall call)
    {
        var request = call.Input<string>("Request");
        if (call.OptionalId("DocumentId") is { } documentId)
        {
            var reviewed = ReviewedDocument.Of(call.SystemService(), documentId, request);
            if (reviewed.Refusal is { } stopped)
            {
                Answer(call, stopped, []);
                return;
            }

            Answer(call, reviewed.Review!);
            return;
        }

        OfFacts(call, PaymentHoldText.Read(request));
    }

    private static void OfFacts(PluginCall call, PaymentHoldText request)
    {
        if (request.Refusal is { } unusable)
        {
            Answer(call, unusable, []);
            return;
        }

        var rules = JurisdictionRuleReader.Read(call.SystemService(), request.Region!.Jurisdiction);
        if (rules.Refusal is { } unreadable)
        {
            Answer(call, unreadable, []);
            return;
        }

        Answer(call, PaymentHoldReview.Of(request.Terms!, request.Region, rules.Rules, request.Invoices, request.AsOf));
    }

    private static void Answer(PluginCall call, PaymentHoldReview review)
    {
        if (review.Refusal is { } refusal)
        {
            Answer(call, refusal, [.. review.Warnings]);
            return;
        }

        var clause = Sentence.Words(review.Clause!.Clause).ToLowerInvariant();
        var count = review.Instructions.Count;
        var rule = review.Clause.RuleKey is { } key ? $" (rule {key})" : "";
        var message = Sentence.Of(
            $"{count} {(count == 1 ? "invoice was" : "invoices were")} reviewed. The payment clause was applied as {clause}{rule}."
        );
        // What becomes of one invoice is said at once; of many, their instructions say it.
        Write(call, Reviewed, "", [.. count == 1 ? [SentenceOf(review.Instructions[0])] : Array.Empty<string>(), message, .. review.Warnings]);
        call.Output("Instructions", PaymentInstructionWire.Write(review.Instructions));
    }

    private static string SentenceOf(InvoiceInstruction instruction) => PaymentInstructionWire.Of(instruction).Sentence;

    private static void Answer(PluginCall call, Refusal refusal, string[] warnings)
    {
        Write(call, refusal.State.ToString(), refusal.WireCode, [refusal.Sentence, .. warnings.Where(warning => warning != refusal.Sentence)]);
        call.Output("Instructions", PaymentInstructionWire.Write([]));
    }

    private static void Write(PluginCall call, string state, string reasonCode, string[] message)
    {
        call.Output("State", state);
        call.Output("ReasonCode", reasonCode);
        call.Output("Message", Sentence.Lines(message, MessageLengthMax));
    }
}
