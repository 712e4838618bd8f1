using System.Text.Json.Nodes;
using PowerIntegration.Local.Oracle.Rest;

namespace PowerIntegration.Local.Oracle.Payables;

/// <summary>PATCH on an invoice: header attributes only, nothing cascades, and what was validated must be validated again.</summary>
internal sealed class InvoiceChange(PayablesBook book, HeaderRules header, TimeProvider clock)
{
    public JsonObject Change(JsonObject invoice, JsonObject payload, string userName)
    {
        if (invoice.Flag("CanceledFlag"))
        {
            throw RequestRefusedException.BadRequest($"The {InvoiceIdentity.Of(invoice)} is canceled and can't be changed.");
        }

        var problems = new List<Problem>();
        var changes = PayloadReader.Read(PayablesResources.Invoices, payload, PayloadUse.Update, problems);
        RequestRefusedException.ThrowIfAny(problems);
        if (changes["InvoiceNumber"] is not null && book.HoldsOf(InvoiceIdentity.Of(invoice)).Any())
        {
            throw RequestRefusedException.NotSimulated(400, "a new InvoiceNumber for an invoice that has holds");
        }

        if (changes["InvoiceAmount"] is not null && invoice.Number("AmountPaid") != 0m)
        {
            throw RequestRefusedException.NotSimulated(400, "a new InvoiceAmount for an invoice that has payments");
        }

        var changed = invoice.Copy();
        foreach (var (attribute, value) in changes)
        {
            changed[attribute] = value?.DeepClone();
            if (value is null && (AssumedFacts.RequiredOfInvoice.Contains(attribute) || attribute == "PaymentTerms"))
            {
                problems.Add(new Problem(AssumedFacts.RequiredText(attribute, "Invoices"), "/" + attribute, "FND_CMN_REQ_ATTRIB_API_SERV"));
            }
        }

        RequestRefusedException.ThrowIfAny(problems);
        HeaderRules.CheckAmount(changed, problems);
        header.CheckTerms(changed, problems);
        header.CheckNumber(changed, problems);
        RequestRefusedException.ThrowIfAny(problems);
        InvoiceStatus.MarkChanged(changed);
        changed["ValidationStatus"] = InvoiceStatus.Of(changed, openHolds: 0);
        InvoiceStatus.Stamp(changed, userName, Row.Timestamp(clock.GetUtcNow()));
        book.Commit(changed, []);
        return changed;
    }
}
