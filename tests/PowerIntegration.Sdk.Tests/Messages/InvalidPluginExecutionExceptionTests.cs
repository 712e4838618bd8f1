using Microsoft.Xrm.Sdk;
using Xunit;

namespace PowerIntegration.Sdk.Tests.Messages;

public sealed class InvalidPluginExecutionExceptionTests
{
    // The code of System.Exception: Microsoft's class keeps its error code in HResult and sets it only where a code is given.
    private const int NoCode = unchecked((int)0x80131500);

    private static readonly Dictionary<
        string,
        (InvalidPluginExecutionException Refusal, OperationStatus Status, int Code, int Http, string? Message)
    > Cases = new(StringComparer.Ordinal)
    {
        ["nothing"] = (new(), OperationStatus.Failed, NoCode, 0, null),
        ["a message"] = (new("No contract."), OperationStatus.Failed, NoCode, 0, "No contract."),
        ["a status"] = (new(OperationStatus.Canceled), OperationStatus.Canceled, NoCode, 0, string.Empty),
        ["a status and a message"] = (new(OperationStatus.Retry, "Again."), OperationStatus.Retry, NoCode, 0, "Again."),
        ["a status, a code and a message"] = (new(OperationStatus.Canceled, 42, "Stopped."), OperationStatus.Canceled, 42, 0, "Stopped."),
        ["a code of zero"] = (new(OperationStatus.Failed, 0, "Stopped."), OperationStatus.Failed, NoCode, 0, "Stopped."),
        ["a message and an HTTP status"] = (new("Gone.", PluginHttpStatusCode.Gone), OperationStatus.Failed, NoCode, 410, "Gone."),
        ["everything"] = (
            new(OperationStatus.Suspended, 42, "Wait.", PluginHttpStatusCode.TooManyRequests),
            OperationStatus.Suspended,
            42,
            429,
            "Wait."
        ),
        ["a message and a cause"] = (new("Outer.", new InvalidOperationException("inner")), OperationStatus.Failed, NoCode, 0, "Outer."),
        ["another refusal as the cause"] = (
            new("Outer.", new InvalidPluginExecutionException("inner", PluginHttpStatusCode.FailedDependency)),
            OperationStatus.Failed,
            NoCode,
            424,
            "Outer."
        ),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_refusal_made_from(string what)
    {
        (InvalidPluginExecutionException refusal, OperationStatus status, int code, int http, string? message) = Cases[what];

        Assert.Equal((status, code, http), (refusal.Status, refusal.ErrorCode, (int)refusal.HttpStatus));
        Assert.Equal(
            message ?? new Exception().Message.Replace("System.Exception", refusal.GetType().FullName, StringComparison.Ordinal),
            refusal.Message
        );
    }

    [Fact]
    public void The_cause_is_kept()
    {
        var cause = new InvalidOperationException("inner");

        Assert.Same(cause, new InvalidPluginExecutionException("Outer.", cause).InnerException);
    }
}
