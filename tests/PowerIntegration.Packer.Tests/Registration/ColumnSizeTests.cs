using PowerIntegration.Packer.Sources;
using Xunit;

namespace PowerIntegration.Packer.Tests.Registration;

/// <summary>
/// Columns take the longest text that the code puts into them: Dataverse refuses a row that is longer, after Oracle took the invoice.
/// </summary>
public sealed class ColumnSizeTests
{
    // By sign, with a release and deductions: no application makes more.
    private const int DocumentsMax = 4;

    private const int SeparatorLength = 2;

    [Theory]
    [InlineData("pint_oracleinvoicenumber", 50)]
    [InlineData("pint_oracleinvoiceid", 18)]
    [InlineData("pint_validationstatus", 50)]
    [InlineData("pint_oracleapprovalstatus", 50)]
    [InlineData("pint_paidstatus", 50)]
    public void A_document_names_every_Oracle_invoice_that_it_became(string column, int length) =>
        Assert.InRange(SizeOf("pint_document", column), (DocumentsMax * length) + ((DocumentsMax - 1) * SeparatorLength), 4000);

    [Theory]
    [InlineData("pint_document")]
    [InlineData("pint_recordlink")]
    public void The_reference_of_a_release_stands_where_the_id_of_Procore_stands(string table) =>
        Assert.InRange(SizeOf(table, "pint_procoreid"), 40, 100);

    [Theory]
    [InlineData("pint_document", "pint_invoicenumber")]
    [InlineData("pint_preparation", "pint_invoicenumber")]
    public void An_invoice_number_is_as_long_as_Oracle_takes_it(string table, string column) => Assert.Equal(50, SizeOf(table, column));

    private static int SizeOf(string table, string column)
    {
        SourceElement element = Repository.Catalogue().Table(table)!.Columns.Single(candidate => candidate.Text("LogicalName") == column);
        return int.Parse(element.Text("MaxLength"), CultureInfo.InvariantCulture);
    }
}
