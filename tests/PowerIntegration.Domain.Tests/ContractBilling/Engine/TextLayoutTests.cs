using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.ContractBilling.Texts;
using Xunit;

namespace PowerIntegration.Domain.Tests.ContractBilling.Engine;

/// <summary>The two texts as they are printed, column by column.</summary>
public sealed class TextLayoutTests
{
    private static readonly ContractLedger Ledger = Contracts.Posted(
        10_000m,
        1,
        Contracts.Balance("1", 6_000m, 2_000m, 500m, 150m, 50m) with
        {
            Description = "Doors",
            Posted = new LineBalance(2_500m, new BucketAmounts(150m, 50m, 40m)) { Stored = 500m },
            Released = new BucketAmounts(50m, 0m),
        },
        Contracts.Balance("2", 4_000m, 0m, 0m, 0m) with
        {
            Coding = null,
        }
    );

    // The continuation sheet is wider than a line of code may be.
    private static readonly string Sheet = string.Join(
        "\n",
        "A/B Line                                          C scheduled       D previous    E this period    "
            + "     F stored        G to date                %      H to finish      I retainage        gross now      payable now",
        "1 Doors                                              6,000.00         2,000.00         1,000.00    "
            + "         0.00         3,000.00            50.00         3,000.00           290.00           500.00           450.00",
        "2                                                    4,500.00             0.00           200.00    "
            + "         0.00           200.00             4.44         4,300.00            20.00           200.00           180.00"
    );

    private const string Line3Origin = "scheduled values of the application, otherwise of the ledger";

    private static readonly Application Noted = Contracts.Application(
        2,
        Contracts.Line("1", null, null, 1_000m),
        Contracts.Line("2", 4_500m, null, 200m)
    ) with
    {
        Status = ApplicationStatus.ApprovedAsNoted,
        Deductions = [new PaymentDeduction(DeductionKind.BackCharge, "BC-7", 30m, "101-52100", "P. Manager")],
    };

    [Fact]
    public void The_certificate_is_printed_like_this() =>
        Assert.Equal(
            $"""
            Contract SC-009, application 2, amounts in USD
            Certificate (G702)                                     before              now
            1  Original contract sum                            10,000.00        10,000.00
            2  Net change by change orders                           0.00           500.00
            3  Contract sum to date (1 + 2)                     10,000.00        10,500.00
            4  Total completed and stored to date                2,500.00         3,200.00
            5a Retainage on completed work                         150.00           270.00
            5b Retainage on stored materials                        50.00             0.00
            5c Retainage for the punch list                         40.00            40.00
            5  Total retainage                                     240.00           310.00
            6  Total earned less retainage (4 - 5)               2,260.00         2,890.00
            7  Less previous certificates                        2,260.00         2,260.00
            8  Current payment due (6 - 7)                           0.00           630.00
            9  Balance to finish with retainage (3 - 6)          7,740.00         7,610.00
               Additions by change orders                            0.00           500.00
               Deductions by change orders                           0.00             0.00

            Continuation sheet (G703)
            {Sheet}

            Documents
            Standard invoice                                       600.00
              1 Doors                                              500.00
              2 Line 2                                             200.00
              Retainage withheld, application 2                    -70.00
              Back charge BC-7, approved by P. Manager             -30.00
            Payable now                                            600.00
            Check: Contract SC-009, application 2 is approved as noted. The approved line amounts are posted.
            """,
            Printed(CertificateText.Of("Contract SC-009, application 2", "USD", Contracts.Billed(Contracts.TenPercent, Ledger, Noted)))
        );

    [Fact]
    public void The_proof_is_printed_like_this() =>
        Assert.Equal(
            $"""
            Proof                                                                                      first way        second way        difference
            Line 2 is change order additions less deductions                                              500.00            500.00              0.00
            Line 3 is the total of column C                                                            10,500.00         10,500.00              0.00
            Line 4 is the total of columns D, E and F                                                   3,200.00          3,200.00              0.00
            Line 5 is 5a plus 5b plus the punch list                                                      310.00            310.00              0.00
            Line 7 is earned less retainage before this application                                     2,260.00          2,260.00              0.00
            Line 8 is the change in gross less the change in retainage                                    630.00            630.00              0.00
            Line 9 is column H plus line 5                                                              7,610.00          7,610.00              0.00
            The documents pay line 8 less deductions                                                      600.00            600.00              0.00
            Each document is the total of its lines                                                       600.00            600.00              0.00
            Debits equal credits                                                                          700.00            700.00              0.00
            The next ledger carries line 6                                                              2,890.00          2,890.00              0.00
            Unexplained                                                                                                                         0.00

            Origin of the figures
            1 Original contract sum                                                  10,000.00  ledger
            2 Net change by change orders                                               500.00  scheduled values less line 1
            3 Contract sum to date                                                   10,500.00  {Line3Origin}
            4 Total completed and stored to date                                      3,200.00  lines of the application
            5a Retainage on completed work                                              270.00  calculated from the terms, less releases
            5b Retainage on stored materials                                              0.00  calculated from the terms, less releases
            5c Retainage for the punch list                                              40.00  releases
            6 Total earned less retainage                                             2,890.00  4 less 5
            7 Less previous certificates                                              2,260.00  ledger after application 1
            8 Current payment due                                                       630.00  6 less 7
            9 Balance to finish, including retainage                                  7,610.00  3 less 6
            Deductions after line 8                                                      30.00  deductions of the application

            Journals                                                                                       debit            credit
            Cost 2100/SUB: Doors                                                                          500.00              0.00
            Cost line 2: Cost                                                                             200.00              0.00
            Retainage payable: Retainage withheld or reduced by the terms                                   0.00             70.00
            Deduction 101-52100: Back charge BC-7                                                           0.00             30.00
            Payable: Payable to the vendor                                                                  0.00            600.00
            Total                                                                                         700.00            700.00
            """,
            Printed(ProofText.Of(Contracts.Billed(Contracts.TenPercent, Ledger, Noted)))
        );

    [Fact]
    public void What_Oracle_withholds_is_printed_below_its_document()
    {
        var billed = Contracts.Billed(
            Contracts.TenPercent with
            {
                RetainageKeeper = RetainageKeeper.Oracle,
            },
            Contracts.Ledger(1_000m),
            Contracts.ToDate(1, 1_000m, 0m, 400m)
        );
        Assert.EndsWith(
            """
            Documents
            Standard invoice                                       400.00
              L1 Line L1                                           400.00
              withheld by Oracle                                   -40.00
            Payable now                                            360.00
            """,
            Printed(CertificateText.Of("T", "USD", billed))
        );
    }

    [Fact]
    public void Where_nothing_moves_no_document_is_printed()
    {
        var billed = Contracts.Billed(
            Contracts.TenPercent,
            Contracts.Posted(1_000m, 1, Contracts.Balance("L1", 1_000m, 400m, 0m, 40m)),
            Contracts.Application(2, Contracts.Line("L1", null, null, 0m))
        );
        var text = Printed(CertificateText.Of("T", "USD", billed));
        Assert.EndsWith(
            """
            Documents: none, no amount changed
            Payable now                                              0.00
            """,
            text
        );
        Assert.DoesNotContain("5c", text);
        Assert.DoesNotContain("withheld by Oracle", text);
    }

    [Theory]
    [InlineData(41, false)]
    [InlineData(42, true)]
    public void A_name_that_fills_its_column_is_cut(int length, bool isCut)
    {
        // The line's id, a blank and the description; the column has 44 places and keeps one blank.
        var line = Contracts.Line("1", 10m, 0m, 10m) with
        {
            Description = new string('x', length),
        };
        var billed = Contracts.Billed(Contracts.TenPercent, Contracts.Ledger(10m), Contracts.Application(1, line));
        var name = isCut ? "1 " + new string('x', 40) + "~" : "1 " + new string('x', length);
        Assert.Contains(
            Printed(CertificateText.Of("T", "USD", billed)).Split('\n'),
            row => row.StartsWith(name + " ", System.StringComparison.Ordinal) && row.Length == 44 + (10 * 17)
        );
    }

    [Theory]
    [InlineData(73, false)]
    [InlineData(74, true)]
    public void A_leg_that_fills_its_column_is_cut(int length, bool isCut)
    {
        // Cost, a blank, the coding, a colon, a blank and D; the column has 82 places and keeps one blank.
        var line = Contracts.Line("1", 10m, 0m, 10m) with
        {
            Description = "D",
            Coding = new string('y', length),
        };
        var billed = Contracts.Billed(Contracts.TenPercent, Contracts.Ledger(10m), Contracts.Application(1, line));
        var row = Assert.Single(Printed(ProofText.Of(billed)).Split('\n'), row => row.StartsWith("Cost ", System.StringComparison.Ordinal));
        Assert.Equal(82 + (2 * 18), row.Length);
        Assert.Equal(isCut ? '~' : 'D', row[80]);
    }

    private static string Printed(string text) => text.ReplaceLineEndings("\n").TrimEnd();
}
