using Microsoft.Xrm.Sdk;
using Xunit;

namespace PowerIntegration.Sdk.Tests.Messages;

public sealed class FaultTests
{
    [Fact]
    public void A_fault_reads_as_a_report_of_itself_and_its_causes()
    {
        var fault = new OrganizationServiceFault
        {
            ErrorCode = unchecked((int)0x80040217),
            Message = "Does Not Exist",
            Timestamp = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc),
            InnerFault = new OrganizationServiceFault { ErrorCode = 7, Message = "inner" },
        };
        fault.ErrorDetails["CallStack"] = "at Invoice.Post";

        string[] lines = fault.ToString().ReplaceLineEndings("\n").Split('\n');

        Assert.Equal(
            [
                "Exception details: ",
                "ErrorCode: 0x80040217",
                "Message: Does Not Exist",
                "StackTrace: ",
                "at Invoice.Post",
                "TimeStamp: 2026-01-02T03:04:05.0000000Z",
                "--",
                "Exception details: ",
                "ErrorCode: 0x7",
                "Message: inner",
            ],
            lines[..10]
        );
    }
}
