using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using PowerIntegration.Sandbox.Oracle.Rest;

namespace PowerIntegration.Sandbox.Oracle.Payables;

/// <summary>The actions on <c>invoices</c>; each finds its invoice by the business key in the body.</summary>
internal sealed class InvoiceActions(PayablesBook book, InvoiceValidation validation, TimeProvider clock)
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
        var invoice = Invoice(Key(body));
        if (invoice.Flag("CanceledFlag"))
        {
            throw RequestRefusedException.BadRequest($"The {InvoiceIdentity.Of(invoice)} is already canceled.");
        }

        var now = Row.Timestamp(clock.GetUtcNow());
        var canceled = invoice.Copy();
        canceled["CanceledFlag"] = true;
        canceled["CanceledDate"] = now[.."yyyy-MM-dd".Length];
        canceled["CanceledBy"] = userName;
        canceled["ValidationStatus"] = InvoiceStatus.Of(canceled, openHolds: 0);
        if (AssumedFacts.CancelZeroesAmounts)
        {
            canceled["InvoiceAmount"] = Row.Of(0m);
        }

        foreach (var line in canceled.Rows("invoiceLines"))
        {
            line["CanceledFlag"] = true;
            line["LineAmount"] = AssumedFacts.CancelZeroesAmounts ? Row.Of(0m) : line["LineAmount"]!.DeepClone();
            line.Touch();
        }

        InvoiceStatus.Stamp(canceled, userName, now);
        var open = book.HoldsOf(InvoiceIdentity.Of(invoice)).Where(InvoiceHolds.IsOpen);
        book.Commit(canceled, [.. open.Select(hold => InvoiceHolds.Released(hold, AssumedFacts.Canceled, now))]);
        return CancelResult;
    }

    private static JsonObject Key(JsonObject body)
    {
        var problems = new List<Problem>();
        var key = PayloadReader.Read(PayablesResources.ActionBody, body, PayloadUse.Create, problems);
        problems.AddRange(Required.Where(attribute => key[attribute] is null)
            .Select(attribute => new Problem(AssumedFacts.RequiredText(attribute, "the action"), "/" + attribute, "FND_CMN_REQ_ATTRIB_API_SERV")));
        RequestRefusedException.ThrowIfAny(problems);
        return key;
    }

    private JsonObject Invoice(JsonObject key) => book.Find(InvoiceIdentity.Of(key))
        ?? throw new RequestRefusedException(AssumedFacts.StatusOfActionWithoutInvoice, [new Problem($"The {InvoiceIdentity.Of(key)} doesn't exist.")]);
}
