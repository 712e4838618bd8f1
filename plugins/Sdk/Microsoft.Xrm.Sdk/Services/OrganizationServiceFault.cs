using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

[DataContract(Name = "OrganizationServiceFault", Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
[Serializable]
public class OrganizationServiceFault : BaseServiceFault
{
    [DataMember]
    public OrganizationServiceFault InnerFault { get; set; }

    [DataMember]
    public string TraceText { get; set; }

    [DataMember]
    public string OriginalException { get; set; }

    [DataMember]
    public bool ExceptionRetriable { get; set; }

    [DataMember]
    public string ExceptionSource { get; set; }
}
