using PowerIntegration.Domain.Processes.SubcontractorInvoices.Explanation;
using PowerIntegration.Domain.Texts;
using Xunit;

namespace PowerIntegration.Domain.Tests.Processes.SubcontractorInvoices.Explanation;

public sealed class ProcoreAddressTests
{
    [Theory]
    [InlineData(
        "https://us02.procore.com",
        "11",
        "22",
        "33",
        "https://us02.procore.com/11/project/commitments/work_order_contracts/22/requisitions/33"
    )]
    [InlineData(null, "11", "22", "33", null)]
    [InlineData("", "11", "22", "33", null)]
    [InlineData("https://us02.procore.com", null, "22", "33", null)]
    [InlineData("https://us02.procore.com", "11", "", "33", null)]
    [InlineData("https://us02.procore.com", "11", "22", "R1", null)]
    [InlineData("https://us02.procore.com", "11", "22", "33/../1", null)]
    [InlineData("https://us02.procore.com", "11", "22", "33\n", null)]
    [InlineData("http://us02.procore.com", "11", "22", "33", null)]
    public void An_address_is_made_of_a_site_and_numbers_alone(
        string? site,
        string? project,
        string? subcontract,
        string? invoice,
        string? expected
    ) => Assert.Equal(expected, ProcoreAddress.Of(site, project, subcontract, invoice)?.AbsoluteUri);

    [Theory]
    [InlineData(null, true)]
    [InlineData("", true)]
    [InlineData("https://us02.procore.com", true)]
    [InlineData("HTTPS://Sandbox.Procore.com", true)]
    [InlineData("http://us02.procore.com", false)]
    [InlineData("https://us02.procore.com/", false)]
    [InlineData("https://us02.procore.com/11", false)]
    [InlineData("https://us02.procore.com?x=1", false)]
    [InlineData("https://us02.procore.com#x", false)]
    [InlineData("https://us02.procore.com:8443", false)]
    [InlineData("https://procore.com@evil.test", false)]
    [InlineData("https://us02.procore.com\n", false)]
    [InlineData("https://procore", false)]
    [InlineData("us02.procore.com", false)]
    [InlineData("javascript:alert(1)", false)]
    public void A_site_is_https_and_a_host_and_nothing_else(string? site, bool isGood)
    {
        var refusal = ProcoreSite.Check(site);
        Assert.Equal(isGood, refusal is null);
        Assert.True(isGood || refusal!.Sentence.Contains("without a path", StringComparison.Ordinal));
    }
}
