using System.Runtime.Serialization;
using System.Text;

namespace Microsoft.Xrm.Sdk;

[DataContract(Name = "OrganizationServiceFault", Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
[Serializable]
public class OrganizationServiceFault : BaseServiceFault
{
    [DataMember]
    public OrganizationServiceFault InnerFault { get; set; }

    [DataMember]
    public string TraceText { get; set; }

    // The last three travel between servers; Microsoft does not show them to anyone else.
    [DataMember]
    internal string OriginalException { get; set; }

    [DataMember]
    internal string ExceptionSource { get; set; }

    [DataMember]
    internal bool ExceptionRetriable { get; set; }

    public override string ToString()
    {
        var report = new StringBuilder();
        for (OrganizationServiceFault fault = this; fault != null; fault = fault.InnerFault)
        {
            fault.AppendTo(report);
        }

        return report.ToString();
    }

    private void AppendTo(StringBuilder report)
    {
        report.AppendLine("Exception details: ");
        report.AppendLine("ErrorCode: 0x" + ErrorCode.ToString("X", CultureInfo.InvariantCulture));
        report.AppendLine("Message: " + Message);
        if (ErrorDetails.TryGetValue("CallStack", out object stack))
        {
            report.AppendLine("StackTrace: ");
            report.AppendLine(stack as string);
        }

        report.AppendLine("TimeStamp: " + Timestamp.ToUniversalTime().ToString("o", CultureInfo.InvariantCulture));
        AppendNamed(report, "OriginalException", OriginalException);
        AppendNamed(report, "ExceptionSource", ExceptionSource);
        report.AppendLine("--");
    }

    private static void AppendNamed(StringBuilder report, string name, string value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            report.AppendLine(name + ": " + value);
        }
    }
}
