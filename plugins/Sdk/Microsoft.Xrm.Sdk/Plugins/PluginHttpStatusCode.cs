using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

[DataContract(Name = "PluginHttpStatusCode", Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts")]
public enum PluginHttpStatusCode
{
    [EnumMember]
    BadRequest = 400,

    [EnumMember]
    Unauthorized = 401,

    [EnumMember]
    PaymentRequired = 402,

    [EnumMember]
    Forbidden = 403,

    [EnumMember]
    NotFound = 404,

    [EnumMember]
    MethodNotAllowed = 405,

    [EnumMember]
    NotAcceptable = 406,

    [EnumMember]
    ProxyAuthenticationRequired = 407,

    [EnumMember]
    RequestTimeout = 408,

    [EnumMember]
    Conflict = 409,

    [EnumMember]
    Gone = 410,

    [EnumMember]
    LengthRequired = 411,

    [EnumMember]
    PreconditionFailed = 412,

    [EnumMember]
    RequestEntityTooLarge = 413,

    [EnumMember]
    RequestUriTooLong = 414,

    [EnumMember]
    UnsupportedMediaType = 415,

    [EnumMember]
    RequestedRangeNotSatisfiable = 416,

    [EnumMember]
    ExpectationFailed = 417,

    [EnumMember]
    UpgradeRequired = 426,

    [EnumMember]
    InternalServerError = 500,

    [EnumMember]
    NotImplemented = 501,

    [EnumMember]
    BadGateway = 502,

    [EnumMember]
    ServiceUnavailable = 503,

    [EnumMember]
    GatewayTimeout = 504,

    [EnumMember]
    HttpVersionNotSupported = 505,
}
