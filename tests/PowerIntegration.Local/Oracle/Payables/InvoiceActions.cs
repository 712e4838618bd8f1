using System.Text.Json.Nodes;
using PowerIntegration.Local.Oracle.Rest;

namespace PowerIntegration.Local.Oracle.Payables;

/// <summary>The actions on <c>invoices</c>; each finds its invoice by the business key in the body.</summary>
internal sealed class InvoiceActions(PayablesBook book, InvoiceValidation validation, InvoiceCancellation cancellation)
{
    private const string CancelResult = "The current action Cancel Invoice has completed successfully.";
    private static readonly string[] Required = ["InvoiceNumber", "BusinessUnit", "Supplier"];

    public string Validate(JsonObject body, string userName)
    {
        var key = Key(body);
        if (key.Text("ProcessAction") is { } process && process != AssumedFacts.ValidateProcessAction)
        {
            throw RequestRefusedException.NotSimulated(400, $"the ProcessAction {process} of validateInvoice");
        }

        validation.Validate(Invoice(key), userName);
        return AssumedFacts.ValidateResult;
    }

    public string Cancel(JsonObject body, string userName)
    {
        var key = Key(body);
        if (key["ProcessAction"] is not null)
        {
            throw RequestRefusedException.NotSimulated(400, "the ProcessAction of cancelInvoice");
        }

        cancellation.Cancel(Invoice(key), userName);
        return CancelResult;
    }

    private static JsonObject Key(JsonObject body)
    {
        var problems = new List<Problem>();
        var key = PayloadReader.Read(PayablesResources.ActionBody, body, PayloadUse.Create, problems);
        problems.AddRange(
            Required
                .Where(attribute => key[attribute] is null)
                .Select(attribute => new Problem(AssumedFacts.RequiredText(attribute, "the action"), "/" + attribute, "FND_CMN_REQ_ATTRIB_API_SERV"))
        );
        RequestRefusedException.ThrowIfAny(problems);
        return key;
    }

    private JsonObject Invoice(JsonObject key) =>
        book.Find(InvoiceIdentity.Of(key))
        ?? throw new RequestRefusedException(
            AssumedFacts.StatusOfActionWithoutInvoice,
            [new Problem($"The {InvoiceIdentity.Of(key)} doesn't exist.")]
        );
}
