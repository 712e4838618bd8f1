using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

[DataContract(Name = "OperationStatus", Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public enum OperationStatus
{
    [EnumMember]
    Failed = 0,

    [EnumMember]
    Canceled = 1,

    [EnumMember]
    Retry = 2,

    [EnumMember]
    Suspended = 3,

    [EnumMember]
    Succeeded = 4,
}
