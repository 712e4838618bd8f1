using PowerIntegration.Domain.Documents.Protection;
using Xunit;

namespace PowerIntegration.Domain.Tests.Documents.Protection;

public sealed class GatewayRuleTests
{
    private static readonly Guid Gateway = new("11111111-0000-4000-8000-000000000001");
    private static readonly Guid Other = new("22222222-0000-4000-8000-000000000002");

    [Fact]
    public void Only_the_registered_application_is_the_gateway()
    {
        Assert.Null(GatewayRule.Refuse("LAKESHORE", Gateway, Gateway));
        Assert.Contains($"Application {Other:D} called", GatewayRule.Refuse("LAKESHORE", Gateway, Other)!.Sentence, StringComparison.Ordinal);
        Assert.Contains("A person called", GatewayRule.Refuse("LAKESHORE", Gateway, Guid.Empty)!.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_none_is_registered_nothing_is_the_gateway()
    {
        Assert.Contains("names no environment", GatewayRule.Refuse(null, null, Gateway)!.Sentence, StringComparison.Ordinal);
        Assert.Contains("no active gateway application ID", GatewayRule.Refuse("LAKESHORE", null, Gateway)!.Sentence, StringComparison.Ordinal);
        Assert.NotNull(GatewayRule.Refuse("LAKESHORE", Guid.Empty, Guid.Empty));
    }
}
