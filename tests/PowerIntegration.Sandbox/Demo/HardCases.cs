namespace PowerIntegration.Sandbox.Demo;

/// <summary>The hard cases of the job that ships with the sandbox, in the order in which they happen.</summary>
internal static class HardCases
{
    /// <summary>Told where the event is delivered again, after its month was posted.</summary>
    public static readonly HardCase Twice = new(
        "October 2025",
        "PCC-25-1187",
        "The same event arrives twice",
        "Procore's notice about one invoice is delivered a second time. It must not be paid twice, and no record may change.",
        proof => proof.Observed.IsSecondDeliveryHarmless ? "No document changed, and nothing more was sent to Oracle." : null
    );

    /// <summary>Told before the paid invoice is reversed.</summary>
    public static readonly HardCase ReversedAfterPayment = new(
        "May 2026",
        "IG 7741-8",
        "A paid invoice is reversed",
        "IG 7741-8 was paid to an old remittance site. Oracle does not cancel a paid invoice, so a credit memo has to reverse it, and the invoice is "
            + "posted again. One person requests a reversal; a second person has to confirm it.",
        proof =>
            proof.Observed.ReversedByTwo.Contains("IG 7741-8") && proof.Observed.NotCanceled.Contains("IG 7741-8") && IsOpposite(proof, "IG 7741-8")
                ? proof.AsCertified("IG 7741-8", "IG 7741-8-V", "IG 7741-8-C2")
                : null
    );

    /// <summary>Told before the unpaid invoice is reversed.</summary>
    public static readonly HardCase ReversedBeforePayment = new(
        "August 2026",
        "PCC-26-0502",
        "An unpaid invoice is reversed",
        "PCC-26-0502 was posted before the lien waiver arrived. It is not paid and its period is open, so Oracle can cancel it. It is posted "
            + "again under a new number.",
        proof =>
            proof.Find("PCC-26-0502") is { Validation: "Canceled", Amount: 0m } && proof.Observed.ReversedByTwo.Contains("PCC-26-0502")
                ? proof.AsCertified("PCC-26-0502", "PCC-26-0502-C2")
                : null
    );

    /// <summary>The code that the coverage proof finds.</summary>
    public static readonly HardCase Unmapped = new(
        "October 2025",
        "IG 7741-1",
        "A cost code has no Oracle task",
        "IG 7741-1 will bill firestopping, and no Oracle task is mapped to its code. Found with the invoice, it would stop the whole of it: "
            + "a part in Oracle would be wrong, and so would a guess. The coverage proof has to find it before.",
        proof =>
            proof.Observed is { IsCovered: true, RefusedWhole.Count: 0 } observed
            && observed.FoundUncovered.SetEquals(["07-840.SUB"])
            && proof.AsCertified("IG 7741-1") is { } posted
                ? "The code was found and mapped before the first invoice, and no invoice waited. " + posted
                : null
    );

    /// <summary>Every case.</summary>
    public static readonly IReadOnlyList<HardCase> All =
    [
        new(
            "October 2025",
            "PCC-25-1187",
            "The reviewer reduces a line",
            "SC-001 line 6 was claimed at 118,450.00 and approved at 102,763.18. Only the approved amount may reach Oracle.",
            proof => proof.AsCertified("PCC-25-1187")
        ),
        Unmapped,
        Twice,
        new(
            "November 2025",
            "HE-40688",
            "Stored material is installed",
            "SC-002's switchgear was billed in October as stored material (412,630.15) and is installed in November (460,845.75, which includes it). "
                + "Adding both columns would pay for it twice.",
            proof => proof.AsCertified("HE-40688")
        ),
        new(
            "January 2026",
            "PCC-26-0047",
            "A change order adds a line",
            "CCO-001 adds transfer beams for 86,420.00 to SC-001. The new line has to reach its own purchase order line and Oracle task.",
            proof => proof.AsCertified("PCC-26-0047")
        ),
        new(
            "February 2026",
            "PCC-26-0112",
            "Retainage falls from 10% to 5%",
            "Application 5 of SC-001 passes half of the contract sum. From here on 5% of the whole balance is held, so retainage that was withheld "
                + "before is paid with this invoice.",
            proof =>
                proof.Find("PCC-26-0112") is { Retainage: < 0m } invoice && proof.AsCertified("PCC-26-0112") is { } certified
                    ? $"{certified} It pays {DemoWords.Amount(-invoice.Retainage)} of retainage."
                    : null
        ),
        new(
            "February 2026",
            "HE-41839",
            "A line goes down",
            "CCO-001 of SC-002 deducts 42,600.00, and twelve stored fixtures leave the site uninstalled. Lines with negative amounts go to Oracle "
                + "within a positive invoice.",
            proof => proof.AsCertified("HE-41839")
        ),
        new(
            "April 2026",
            "HE-42215",
            "An approved invoice is corrected after posting",
            "HE-42215 was posted in March. Procore reopens it in April and approves a lower amount. Only the difference may be posted, and before "
                + "the April invoice.",
            proof => proof.AsCertified("HE-42215", "HE-42215-C2")
        ),
        new(
            "May 2026",
            "HE-42933",
            "The month is a net credit",
            "More stored material leaves SC-002 than is billed, so the subcontractor owes money. Oracle needs a credit memo, not an invoice.",
            proof => proof.Find("HE-42933") is { Amount: < 0m } ? proof.AsCertified("HE-42933") : null
        ),
        ReversedAfterPayment,
        new(
            "July 2026",
            "HE-43704",
            "The accounting period is closed",
            "July is closed in Oracle before HE-43704 is approved. The invoice keeps its date, and its accounting date moves to the first open day.",
            proof =>
                proof.Find("HE-43704") is { AccountingDate: "2026-08-01" } && proof.AsCertified("HE-43704") is { } certified
                    ? certified + " Accounting date 2026-08-01."
                    : null
        ),
        new(
            "August 2026",
            "IG 7741-10",
            "Part of the retainage is released with work",
            "SC-003 finishes its work, and half of the retainage on four lines is released. Oracle needs two documents: the invoice for the work, "
                + "and one for the retainage.",
            proof => proof.Find("IG 7741-10-R") is { CostLines: 0, Retainage: < 0m } ? proof.AsCertified("IG 7741-10", "IG 7741-10-R") : null
        ),
        ReversedBeforePayment,
        new(
            "September 2026",
            "IG 7741-11",
            "The last retainage is released",
            "SC-003's final application bills no work. What is still held has to be paid in full, so that nothing is left on the retainage account.",
            proof =>
                proof.Balances.Any(balance =>
                    balance.Contract.StartsWith("SC-003 ", StringComparison.Ordinal) && balance is { OracleRetainage: 0m, ProcoreRetainage: 0m }
                ) && proof.AsCertified("IG 7741-11") is { } certified
                    ? certified + " Retainage held: 0.00."
                    : null
        ),
    ];

    private static bool IsOpposite(DemoProof proof, string number) =>
        proof.Find(number) is { } invoice && proof.Find(number + "-V")?.Amount == -invoice.Amount;
}
