using PowerIntegration.Domain.ContractBilling.Documents;
using PowerIntegration.Domain.ContractBilling.Reasons;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Reasons;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Wbs;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;

/// <summary>
/// Finds the one coding of every line that is sent as cost. A matched line takes the purchase order's, which Procore's code must resolve to; an
/// unmatched one takes what the code resolves to. A line that only the ledger knows keeps the coding with which it posted.
/// </summary>
internal sealed class LineCoding
{
    private readonly PreparationFacts facts;
    private readonly RefusalList refusals;
    private readonly ISet<string> rules;
    private readonly Dictionary<string, PurchaseOrderLink> links;
    private readonly Dictionary<string, SourceInvoiceLine> sources = new(StringComparer.Ordinal);

    private LineCoding(PreparationFacts facts, RefusalList refusals, ISet<string> rules)
    {
        this.facts = facts;
        this.refusals = refusals;
        this.rules = rules;
        links = facts
            .Links.GroupBy(link => link.ProcoreLineId, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        foreach (var line in facts.Source.Lines.Where(line => line.ProcoreLineId is not null))
        {
            sources[line.ProcoreLineId!] = line;
        }
    }

    /// <summary>
    /// The coded lines, as far as they could be coded; problems go to <paramref name="refusals"/>, the rules that decided to
    /// <paramref name="rules"/>.
    /// </summary>
    public static IReadOnlyDictionary<string, CodedLine> Of(
        PreparationFacts facts,
        IEnumerable<BillingDocument> documents,
        RefusalList refusals,
        ISet<string> rules
    )
    {
        var coding = new LineCoding(facts, refusals, rules);
        var coded = new Dictionary<string, CodedLine>(StringComparer.Ordinal);
        foreach (
            var lineId in documents
                .SelectMany(document => document.Lines)
                .Where(line => line.Role == AccountRole.Cost)
                .Select(line => line.LineId!)
                .Distinct(StringComparer.Ordinal)
        )
        {
            if (coding.Of(lineId) is { } line)
            {
                coded.Add(lineId, line);
            }
        }

        return coded;
    }

    private CodedLine? Of(string lineId)
    {
        links.TryGetValue(lineId, out var link);
        var isKnown = sources.TryGetValue(lineId, out var source);
        var subject = isKnown ? SourceNames.Of(facts.Source, source!) : SourceNames.Of(facts.Source) + ", line " + lineId;
        var coding = isKnown ? Resolved(subject, source!) : Posted(subject, lineId, link);
        if (!facts.Commitment.IsMatched)
        {
            return coding is null ? null : new CodedLine(lineId, coding, null);
        }

        var problem = Problem(subject, link, isKnown ? coding : null);
        refusals.Add(problem);
        return problem is null && coding is not null ? new CodedLine(lineId, coding, link) : null;
    }

    // What an owner is billed is no cost of ours, so its coding needs no class.
    private CodeUse Use => facts.Document.Type == DocumentKind.OwnerInvoice ? CodeUse.Unspecified : CodeUse.OfSupplierInvoices;

    private TaskCoding? Resolved(string subject, SourceInvoiceLine source)
    {
        var resolution = WbsResolution.Of(subject, source.Codes, facts.Mapping, facts.Source.PeriodEnd!.Value, Use);
        refusals.Add(resolution.Refusal);
        if (resolution.Rule is { } rule)
        {
            rules.Add(UsedVersions.Line(UsedVersions.Mapping, rule.Key, rule.VersionHash));
        }

        return resolution.Coding;
    }

    private TaskCoding? Posted(string subject, string lineId, PurchaseOrderLink? link)
    {
        if (facts.Commitment.IsMatched)
        {
            return link?.Coding;
        }

        if (facts.LedgerCodings.TryGetValue(lineId, out var coding))
        {
            return coding;
        }

        refusals.Add(
            WbsReasons.WbsUnmapped,
            $"{subject} has amounts, but neither the application nor the ledger has a coding for it. "
                + "Bill the line in Procore, or correct the schedule change."
        );
        return null;
    }

    private Refusal? Problem(string subject, PurchaseOrderLink? link, TaskCoding? coding)
    {
        if (link is null)
        {
            return new Refusal(
                SubcontractorInvoiceReasons.NoPurchaseOrderLine,
                $"{subject} has no purchase order line in Oracle. Send the change order to Oracle first. "
                    + "The document continues when the line is linked."
            );
        }

        var name = Sentence.Of($"purchase order {link.PurchaseOrderNumber}, line {link.Line}");
        if (link.Coding is null)
        {
            return new Refusal(
                SubcontractorInvoiceReasons.PurchaseOrderCodingMissing,
                $"{subject}: the coding of {name} has not been read from Oracle. Ask the mapping administrator to refresh the link."
            );
        }

        return Keeping(subject, name, link)
            ?? (
                coding is null || coding == link.Coding
                    ? null
                    : new Refusal(
                        SubcontractorInvoiceReasons.CodingDiffersFromPurchaseOrder,
                        $"{subject} maps to {coding}, but {name} is coded {link.Coding}. "
                            + "Correct the code in Procore, or ask the mapping administrator to correct the mapping or the purchase order."
                    )
            );
    }

    // Retainage is withheld once: by us, then the purchase order may have no rate; or by Oracle, then its rate must be the commitment's.
    private Refusal? Keeping(string subject, string name, PurchaseOrderLink link)
    {
        var isOurs = facts.Commitment.Terms?.RetainageKeeper != RetainageKeeper.Oracle;
        var rate = link.RetainageRate ?? 0m;
        if (isOurs && rate != 0m)
        {
            return new Refusal(
                BillingReasons.OracleRetainageDiffers,
                $"{subject}: {name} has a retainage rate of {Sentence.Amount(rate)}, and PowerIntegration withholds the retainage of this "
                    + "commitment, so it would be withheld twice. Remove the rate from the purchase order, or let Oracle withhold the retainage."
            );
        }

        return !isOurs && facts.Commitment.Terms?.Retainage is RetainageTerms.Flat flat && link.RetainageRate is { } ordered && ordered != flat.Rate
            ? new Refusal(
                BillingReasons.OracleRetainageDiffers,
                $"{subject}: {name} has a retainage rate of {Sentence.Amount(ordered)}, but the commitment's terms have "
                    + $"{Sentence.Amount(flat.Rate)}. Correct the one that is wrong."
            )
            : null;
    }
}
