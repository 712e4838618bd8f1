using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Law.Jurisdiction;
using PowerIntegration.Domain.Law.Tax;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Versions;

namespace PowerIntegration.Domain.Explanation;

/// <summary>What a version of terms means, topic by topic. What is missing is said to be missing; nothing is assumed.</summary>
internal static class TermsWords
{
    /// <summary>Every topic, each with at least one sentence.</summary>
    /// <param name="version">The version.</param>
    /// <param name="law">What the law of the place says about it.</param>
    public static IReadOnlyList<TopicWords> Of(TermsVersion version, LawWords law) =>
        [
            new(TermsTopic.Period, [Period(version)]),
            new(TermsTopic.Retainage, [.. RetainageWords.Of(version.Terms.Retainage, version.Terms.Currency)]),
            new(TermsTopic.Maximum, [Maximum(version.Terms)]),
            new(TermsTopic.Keeping, [.. Keeping(version.Terms)]),
            new(TermsTopic.StoredMaterials, [.. Stored(version.Terms)]),
            new(TermsTopic.Invoices, [.. Invoices(version)]),
            new(TermsTopic.Tax, [.. Tax(version.Tax)]),
            new(TermsTopic.Withholding, [.. Withholding(version.Withholding)]),
            new(TermsTopic.Payment, law.Payment),
            new(TermsTopic.Law, law.Place),
        ];

    private static string Period(TermsVersion version) =>
        Sentence.Of($"Version {version.Number} applies to applications whose period ends ")
        + (version.ValidTo is { } last ? $"from {version.ValidFrom} to {last}." : $"on {version.ValidFrom} or later.");

    private static string Maximum(ContractTerms terms) =>
        terms.RetainageCap is not { } cap ? "There is no maximum."
        : terms.RetainageSource == RetainageSource.Source ? $"An application that holds more than {TermWords.Limit(cap, terms.Currency)} is stopped."
        : $"Nothing more is withheld once {TermWords.Limit(cap, terms.Currency)} is held.";

    private static IEnumerable<string> Keeping(ContractTerms terms)
    {
        yield return terms.RetainageSource switch
        {
            RetainageSource.Source => "The retainage amounts that were approved in Procore are posted. These terms check them.",
            RetainageSource.Terms => "Retainage is calculated from these terms.",
            _ => "Where retainage amounts come from is not stated.",
        };
        yield return terms.RetainageKeeper switch
        {
            RetainageKeeper.Us => "PowerIntegration withholds: the invoice in Oracle has lines on the retainage account.",
            RetainageKeeper.Oracle => "Oracle withholds at the retainage rate of the purchase order. PowerIntegration sends the gross amount only.",
            _ => "Who withholds is not stated.",
        };
    }

    private static IEnumerable<string> Stored(ContractTerms terms)
    {
        yield return terms.StoredMaterials switch
        {
            StoredMaterials.Manual =>
                "Stored materials stay in column F until they are taken out of it. When they are installed, they are entered as work "
                    + "this period, column E.",
            StoredMaterials.AutoMove =>
                "Stored materials move into work from previous applications, column D, with the next application. Column F starts " + "empty.",
            _ => "How stored materials carry into the next application is not stated.",
        };
        yield return terms.StaleStoragePeriods is { } periods
            ? $"Stored materials that have not changed for {Sentence.Count(periods, "application")} are flagged."
            : "When unchanged stored materials are flagged is not stated.";
        yield return terms.OverbillingTolerance switch
        {
            null => "How far a line may be billed over its scheduled value is not stated.",
            0m => "No line may be billed over its scheduled value.",
            { } tolerance => $"A line may be billed up to {TermWords.Amount(tolerance, terms.Currency)} over its scheduled value.",
        };
    }

    private static IEnumerable<string> Invoices(TermsVersion version)
    {
        var terms = version.Terms;
        yield return version.IsMatched
            ? "Each line is matched to its line of the purchase order in Oracle."
            : "No purchase order is matched: each cost line carries project, task, expenditure type and organization.";
        yield return terms.NegativeLines switch
        {
            NegativeLines.Accepted => "One invoice carries positive and negative lines.",
            NegativeLines.SplitBySign => "Negative lines go on a separate document.",
            _ => "Whether Oracle accepts negative invoice lines is not stated.",
        };
        yield return terms.CreditDocument switch
        {
            CreditDocument.CreditMemo => "A credit is a credit memo of the vendor.",
            CreditDocument.DebitMemo => "A credit is a debit memo that is issued to the vendor.",
            _ => "Which document is used for a credit is not stated.",
        };
        yield return terms.ResidualPlace switch
        {
            ResidualPlace.LargestLine => Rounding("the line with the largest amount"),
            ResidualPlace.FirstLine => Rounding("the first line that can take it"),
            ResidualPlace.LargestRemainder => Rounding("the lines with the largest remainders"),
            _ => "Which line takes a rounding difference of the certified amount is not stated.",
        };
        yield return terms.PostsApprovedAsNoted switch
        {
            true => "An application that is approved as noted is posted with its approved amounts.",
            false => "An application that is approved as noted is held.",
            null => "Whether an application that is approved as noted is posted is not stated, so it is held.",
        };
    }

    private static string Rounding(string line) =>
        $"If the certified payment differs from the lines by at most half a cent a line, {line} takes the difference. "
        + "A larger one is stopped, unless a "
        + "controller decides to cut it.";

    private static IEnumerable<string> Tax(TaxTerms? terms)
    {
        if (terms is null)
        {
            return ["There is no tax. An application with tax is stopped."];
        }

        var rate = terms.Rate is { } known ? TermWords.Percent(known) : null;
        var who = terms.ComputedBy switch
        {
            TaxCalculator.Source => "Tax is taken from the invoice" + (rate is null ? " and is not checked." : $" and checked against {rate}."),
            TaxCalculator.Oracle => "Oracle calculates tax. No tax line is sent" + (rate is null ? "." : $"; Oracle's tax is compared with {rate}."),
            TaxCalculator.Engine => $"PowerIntegration calculates tax at {rate ?? "a rate that is not stated"} and sends a tax line.",
            _ => "Who calculates tax is not stated.",
        };
        var when = terms.Mode switch
        {
            RetainageTaxMode.Gross => "Tax on retainage is due with the progress invoice, and a release has none.",
            RetainageTaxMode.NetDeferred => "Tax on retainage is due with the release, at the rate of that day.",
            RetainageTaxMode.NetTracked => "Tax on retainage waits on an account of its own until the release.",
            _ => "When tax on retainage is due is not stated.",
        };
        return terms.IsReverseCharge ? ["Reverse charge applies: no tax is paid to the vendor.", who, when] : [who, when];
    }

    private static IEnumerable<string> Withholding(WithholdingTaxTerms? terms)
    {
        if (terms is null)
        {
            return ["No tax is withheld from payments."];
        }

        var rate = terms.Rate is { } known ? TermWords.Percent(known) : "a rate that is not verified";
        return
        [
            terms.ComputedBy switch
            {
                TaxCalculator.Oracle => $"Oracle withholds tax from payments. Its amount is compared with {rate}.",
                TaxCalculator.Engine => $"PowerIntegration withholds tax from payments at {rate}.",
                _ => "Whether Oracle or PowerIntegration withholds tax from payments is not stated.",
            },
            terms.Policy switch
            {
                WithholdingTaxPolicy.MaterialsInFull => "All materials of an invoice are deducted from the base at once.",
                WithholdingTaxPolicy.RetentionProRata =>
                    "Materials are deducted from the base when they are paid; retainage is divided over labor and materials.",
                _ => "How materials and retainage affect the base is not stated.",
            },
        ];
    }
}
