using Microsoft.Xrm.Sdk;
using Xunit;

namespace PowerIntegration.Sdk.Tests.Messages;

public sealed class InvalidPluginExecutionExceptionTests
{
    [Fact]
    public void A_plain_refusal_has_the_platforms_code_and_status_failed()
    {
        var refusal = new InvalidPluginExecutionException("No contract.");

        Assert.Equal("No contract.", refusal.Message);
        Assert.Equal((OperationStatus.Failed, unchecked((int)0x80040265)), (refusal.Status, refusal.ErrorCode));
    }

    [Fact]
    public void Status_code_and_cause_are_kept()
    {
        var cause = new InvalidOperationException("inner");

        var coded = new InvalidPluginExecutionException(OperationStatus.Canceled, 42, "Stopped.");
        var caused = new InvalidPluginExecutionException("Outer.", cause);
        var http = new InvalidPluginExecutionException("Gone.", PluginHttpStatusCode.Gone);

        Assert.Equal((OperationStatus.Canceled, 42, "Stopped."), (coded.Status, coded.ErrorCode, coded.Message));
        Assert.Same(cause, caused.InnerException);
        Assert.Equal((PluginHttpStatusCode.Gone, 410), (http.HttpStatus, (int)http.HttpStatus));
    }
}
