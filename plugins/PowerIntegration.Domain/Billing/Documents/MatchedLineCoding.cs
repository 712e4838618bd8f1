using System;
using System.Collections.Generic;
using System.Linq;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Wbs;

namespace PowerIntegration.Domain.Billing;

/// <summary>Finds purchase order line and coding for every line that moves gross, and requires that Procore's code and the purchase order agree.</summary>
public static class MatchedLineCoding
{
    /// <summary>The coded lines, as far as they could be coded; problems go to <paramref name="refusals"/>, the rules that decided to <paramref name="rules"/>.</summary>
    public static IReadOnlyDictionary<string, CodedLine> Of(
        SourceInvoice invoice,
        IEnumerable<LineStep> steps,
        IEnumerable<PurchaseOrderLink> links,
        WbsMapping mapping,
        RefusalList refusals,
        ISet<string> rules)
    {
        var linkByLine = links.GroupBy(link => link.ProcoreLineId, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        var coded = new Dictionary<string, CodedLine>(StringComparer.Ordinal);
        foreach (var step in steps.Where(step => step.Movement.Gross != 0m))
        {
            var subject = SourceNames.Of(invoice, step.Source!);
            var codes = new SegmentCodes(step.Source!.TaskSegmentCode, step.Source.CostCode, step.Source.CostType);
            var resolution = WbsResolution.Of(subject, codes, mapping, invoice.PeriodEnd!.Value);
            refusals.Add(resolution.Refusal);
            linkByLine.TryGetValue(step.ProcoreLineId, out var link);
            refusals.Add(CheckLink(subject, link, resolution.Coding));
            if (resolution.Coding is { } coding && link?.Coding == coding)
            {
                rules.Add("mapping " + resolution.Rule!.Key);
                coded.Add(step.ProcoreLineId, new CodedLine(step.ProcoreLineId, coding, link));
            }
        }

        return coded;
    }

    private static Refusal? CheckLink(string subject, PurchaseOrderLink? link, TaskCoding? coding)
    {
        if (link is null)
        {
            return new Refusal(
                ReasonCode.NoPurchaseOrderLine,
                $"{subject} has no purchase order line in Oracle. Send the change order first; the document goes on when the line is linked.");
        }

        var name = Sentence.Of($"purchase order {link.PurchaseOrderNumber}, line {link.Line}");
        if (link.Coding is null)
        {
            return new Refusal(ReasonCode.PurchaseOrderCodingMissing, $"{subject}: the coding of {name} has not been read from Oracle. Refresh the link.");
        }

        return coding is null || coding == link.Coding
            ? null
            : new Refusal(
                ReasonCode.CodingDiffersFromPurchaseOrder,
                $"{subject} resolves to {coding}; {name} is coded {link.Coding}. Correct the code in Procore, the mapping, or the purchase order.");
    }
}
