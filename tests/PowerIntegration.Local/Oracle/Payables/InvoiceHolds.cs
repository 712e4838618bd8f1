using System.Text.Json.Nodes;
using PowerIntegration.Local.Oracle.Rest;

namespace PowerIntegration.Local.Oracle.Payables;

/// <summary>The resource <c>invoiceHolds</c>: a caller places named holds and releases them; the holds of validation it can only read.</summary>
internal sealed class InvoiceHolds(OracleSeed seed, PayablesBook book, TimeProvider clock)
{
    private const string SystemMark = "@system";
    private static readonly string[] Required = ["InvoiceNumber", "BusinessUnit", "Supplier", "HoldName"];

    public static bool IsOpen(JsonObject hold) => hold["ReleaseName"] is null;

    public static bool IsSystem(JsonObject hold) => hold.Flag(SystemMark);

    /// <summary>The hold that validation places for a cause.</summary>
    public static JsonObject Placed(long id, JsonObject invoice, HoldCause cause, string now)
    {
        var hold = New(id, InvoiceIdentity.Of(invoice), cause.HoldName, cause.Reason, "System", now);
        hold[SystemMark] = true;
        hold["HoldDetails"] = cause.Details;
        hold["PurchaseOrderNumber"] = cause.Schedule?.OrderNumber;
        hold["PurchaseOrderLineNumber"] = cause.Schedule?.LineNumber;
        hold["PurchaseOrderScheduleLineNumber"] = cause.Schedule?.ScheduleNumber;
        return hold;
    }

    /// <summary>The hold with its release.</summary>
    public static JsonObject Released(JsonObject hold, string releaseName, string releaseReason, string userName, string now)
    {
        var released = hold.Copy();
        released["ReleaseName"] = releaseName;
        released["ReleaseReason"] = releaseReason;
        released["ReleaseDate"] = now;
        released["LastUpdateDate"] = now;
        released["LastUpdatedBy"] = userName;
        released.Touch();
        return released;
    }

    /// <summary>POST: places a hold.</summary>
    public JsonObject Place(JsonObject payload, string userName)
    {
        var problems = new List<Problem>();
        var wanted = PayloadReader.Read(PayablesResources.InvoiceHolds, payload, PayloadUse.Create, problems);
        problems.AddRange(
            Required
                .Where(attribute => wanted[attribute] is null)
                .Select(attribute => new Problem(
                    AssumedFacts.RequiredText(attribute, "invoiceHolds"),
                    "/" + attribute,
                    "FND_CMN_REQ_ATTRIB_API_SERV"
                ))
        );
        RequestRefusedException.ThrowIfAny(problems);
        var invoice =
            book.Find(InvoiceIdentity.Of(wanted)) ?? throw RequestRefusedException.BadRequest($"The {InvoiceIdentity.Of(wanted)} doesn't exist.");
        RefuseOnClosed(invoice);
        var known =
            seed.Setup.ManualHold(wanted.Text("HoldName")!)
            ?? throw RequestRefusedException.BadRequest($"The value {wanted.Text("HoldName")} of the attribute HoldName isn't valid.", "/HoldName");
        if (
            !AssumedFacts.SameHoldMayBeOpenTwice
            && book.HoldsOf(InvoiceIdentity.Of(wanted)).Any(hold => IsOpen(hold) && hold.Text("HoldName") == known.Text("HoldName"))
        )
        {
            throw RequestRefusedException.BadRequest($"The {InvoiceIdentity.Of(wanted)} has the hold {known.Text("HoldName")} already.", "/HoldName");
        }

        var now = Row.Timestamp(clock.GetUtcNow());
        var reason = wanted.Text("HoldReason") ?? known.Text("HoldReason") ?? known.Text("HoldName")!;
        var hold = New(book.NextHoldId, InvoiceIdentity.Of(wanted), known.Text("HoldName")!, reason, userName, now);
        book.Commit(WithStatus(invoice, userName, now, OpenHolds(invoice) + 1), [hold]);
        return hold;
    }

    /// <summary>PATCH: releases a hold.</summary>
    public JsonObject Release(JsonObject hold, JsonObject payload, string userName)
    {
        var problems = new List<Problem>();
        var wanted = PayloadReader.Read(PayablesResources.InvoiceHolds, payload, PayloadUse.Update, problems);
        RequestRefusedException.ThrowIfAny(problems);
        var name = hold.Text("HoldName")!;
        var releaseName =
            wanted.Text("ReleaseName") ?? throw RequestRefusedException.BadRequest("A release needs the attribute ReleaseName.", "/ReleaseName");
        if (!IsOpen(hold))
        {
            throw RequestRefusedException.BadRequest($"The hold {name} was released on {hold.Text("ReleaseDate")}.");
        }

        if (AssumedFacts.SystemHoldsResistManualRelease && IsSystem(hold))
        {
            throw RequestRefusedException.BadRequest($"The hold {name} can't be released by hand. Correct the invoice and validate it again.");
        }

        var known = seed.Setup.ManualHold(name);
        if (known?.Text("ReleaseName") != releaseName)
        {
            throw RequestRefusedException.BadRequest(
                $"The value {releaseName} of the attribute ReleaseName isn't valid for the hold {name}.",
                "/ReleaseName"
            );
        }

        var now = Row.Timestamp(clock.GetUtcNow());
        var reason = wanted.Text("ReleaseReason") ?? known.Text("ReleaseReason") ?? releaseName;
        var released = Released(hold, releaseName, reason, userName, now);
        var invoice = book.Find(InvoiceIdentity.Of(hold))!;
        book.Commit(WithStatus(invoice, userName, now, OpenHolds(invoice) - 1), [released]);
        return released;
    }

    private static void RefuseOnClosed(JsonObject invoice)
    {
        if (invoice.Flag("CanceledFlag"))
        {
            throw RequestRefusedException.BadRequest($"The {InvoiceIdentity.Of(invoice)} is canceled and can't be changed.");
        }

        if (invoice.Text("PaidStatus") == AssumedFacts.Paid)
        {
            throw RequestRefusedException.NotSimulated(400, "a hold on an invoice that is fully paid");
        }
    }

    private int OpenHolds(JsonObject invoice) => book.HoldsOf(InvoiceIdentity.Of(invoice)).Count(IsOpen);

    private static JsonObject WithStatus(JsonObject invoice, string userName, string now, int openHolds)
    {
        var updated = invoice.Copy();
        updated["ValidationStatus"] = InvoiceStatus.Of(updated, openHolds);
        if (AssumedFacts.HoldMovesLastUpdateOfInvoice)
        {
            InvoiceStatus.Stamp(updated, userName, now);
        }
        else
        {
            updated.Touch();
        }

        return updated;
    }

    private static JsonObject New(long id, InvoiceIdentity invoice, string name, string reason, string heldBy, string now) =>
        new()
        {
            ["HoldId"] = Row.Of(id),
            ["InvoiceNumber"] = invoice.InvoiceNumber,
            ["BusinessUnit"] = invoice.BusinessUnit,
            ["Supplier"] = invoice.Supplier,
            ["HoldName"] = name,
            ["HoldReason"] = reason,
            ["HeldBy"] = heldBy,
            ["HoldDate"] = now,
            ["CreatedBy"] = heldBy,
            ["CreationDate"] = now,
            ["LastUpdateDate"] = now,
            ["LastUpdatedBy"] = heldBy,
        };
}
