using PowerIntegration.Domain.ContractBilling;
using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Proofs;
using PowerIntegration.Domain.ContractBilling.Texts;
using Xunit;

namespace PowerIntegration.Domain.Tests.ContractBilling.Engine;

/// <summary>A stored text is read back as it was written, whatever it holds; what fits no table is not lost.</summary>
public sealed class StoredTextTests
{
    private static readonly BillingOutcome.Billed Billed = Contracts.Billed(
        Contracts.TenPercent,
        Contracts.Posted(
            10_000m,
            1,
            Contracts.Balance("1", 6_000m, 2_000m, 500m, 150m, 50m) with
            {
                Posted = new LineBalance(2_500m, new BucketAmounts(150m, 50m, 40m)) { Stored = 500m },
            },
            Contracts.Balance("2", 4_000m, 0m, 0m, 0m) with
            {
                Coding = null,
            }
        ),
        Contracts.Application(2, Contracts.Line("1", null, null, 1_000m), Contracts.Line("2", 4_500m, null, 200m)) with
        {
            Deductions = [new PaymentDeduction(DeductionKind.BackCharge, "BC-7: 30.00", 30m, "101-52100", "P. Manager")],
        }
    );

    private static readonly string Proof = ProofText.Of(Billed);

    [Fact]
    public void A_proof_is_read_back_as_it_was_written()
    {
        var read = StoredProof.Read(Proof);
        Assert.Equal(Billed.Proof.Identities, read.Identities);
        Assert.Equal(Billed.Proof.Inputs.Select(Described), read.Inputs.Select(Described));
        Assert.Equal(Billed.Proof.Origins, read.Origins);
        Assert.Equal(Billed.Journals.Select(entry => (entry.Debit, entry.Credit)), read.Journals.Select(entry => (entry.Debit, entry.Credit)));
        Assert.Equal(("Deduction 101-52100", "Back charge BC-7: 30.00"), (read.Journals[3].Account, read.Journals[3].Description));
        Assert.Equal("Not proved: 1 input check failed", read.Failure);
        Assert.Null(read.Residual);
        Assert.Empty(read.Unread);
    }

    [Fact]
    public void A_proof_without_a_failed_input_says_what_is_unexplained() =>
        Assert.Equal(
            0m,
            StoredProof
                .Read(ProofText.Of(Contracts.Billed(Contracts.TenPercent, Contracts.Ledger(1_000m), Contracts.ToDate(1, 1_000m, 0m, 400m))))
                .Residual
        );

    [Fact]
    public void A_text_of_another_machine_is_read_alike() =>
        Assert.Equal(StoredProof.Read(Proof).Identities, StoredProof.Read(Proof.ReplaceLineEndings("\r\n")).Identities);

    [Fact]
    public void What_fits_no_table_is_kept()
    {
        var cut = StoredProof.Read(Proof + "A name that was cut ...");
        Assert.Equal(["A name that was cut ..."], cut.Unread);
        Assert.Equal(["Anything"], StoredProof.Read("Anything").Unread);
        Assert.Empty(StoredProof.Read("").Unread);
    }

    [Fact]
    public void Amounts_that_fill_their_columns_are_told_apart()
    {
        const string Row = "Line 4.00 of 5.00 items123,456,789,012,345.00-1,234.56780.00";
        var read = Assert.Single(StoredProof.Read("Proof   first way   second way   difference\n" + Row).Identities);
        Assert.Equal(new ProofIdentity("Line 4.00 of 5.00 items", 123_456_789_012_345m, -1_234.5678m), read);
    }

    [Fact]
    public void A_certificate_is_read_line_by_line_with_what_is_said_after_it()
    {
        var read = StoredCertificate.Read(CertificateText.Of("Contract SC-009", "USD", Billed) + "Posts on 2025-12-31.\n");
        Assert.Equal(["1", "2", "3", "4", "5a", "5b", "5c", "5", "6", "7", "8", "9", "", ""], read.Lines.Select(line => line.Line));
        Assert.Equal(
            [Billed.After.OriginalContractSum, Billed.After.PaymentDue, Billed.After.BalanceToFinish],
            read.Lines.Where(line => line.Line is "1" or "8" or "9").Select(line => line.Now)
        );
        Assert.Equal(Billed.Before.BalanceToFinish, read.Lines.Single(line => line.Line == "9").Before);
        Assert.Equal("Additions by change orders", read.Lines[^2].Name);
        Assert.Equal(["Posts on 2025-12-31."], read.Remarks);
        Assert.Empty(StoredCertificate.Read("").Lines);
    }

    private static string Described(CheckedInput input) => $"{input.State} {input.Name} | {input.Place} | {input.Source} | {input.Note}";
}
