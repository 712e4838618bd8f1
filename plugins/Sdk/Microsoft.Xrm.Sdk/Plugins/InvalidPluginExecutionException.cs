namespace Microsoft.Xrm.Sdk;

[Serializable]
public sealed class InvalidPluginExecutionException : Exception
{
    // IsvAborted: the code that the platform gives to an exception thrown on purpose by a plug-in.
    private const int DefaultErrorCode = unchecked((int)0x80040265);

    public InvalidPluginExecutionException()
        : this(OperationStatus.Failed) { }

    public InvalidPluginExecutionException(OperationStatus status)
        : this(status, DefaultErrorCode, null) { }

    public InvalidPluginExecutionException(OperationStatus status, string message)
        : this(status, DefaultErrorCode, message) { }

    public InvalidPluginExecutionException(OperationStatus status, int errorCode, string message)
        : base(message)
    {
        Status = status;
        ErrorCode = errorCode;
    }

    public InvalidPluginExecutionException(string message)
        : this(OperationStatus.Failed, message) { }

    public InvalidPluginExecutionException(string message, Exception exception)
        : base(message, exception)
    {
        Status = OperationStatus.Failed;
        ErrorCode = DefaultErrorCode;
    }

    public InvalidPluginExecutionException(string message, PluginHttpStatusCode httpStatus)
        : this(OperationStatus.Failed, DefaultErrorCode, message, httpStatus) { }

    public InvalidPluginExecutionException(OperationStatus status, int errorCode, string message, PluginHttpStatusCode httpStatus)
        : this(status, errorCode, message)
    {
        HttpStatus = httpStatus;
    }

    public InvalidPluginExecutionException(string message, PluginHttpStatusCode httpStatus, Dictionary<string, string> exceptionDetails)
        : this(message, httpStatus)
    {
        ExceptionDetails = exceptionDetails;
    }

    public InvalidPluginExecutionException(OperationStatus status, string message, Dictionary<string, string> exceptionDetails)
        : this(status, message)
    {
        ExceptionDetails = exceptionDetails;
    }

    public OperationStatus Status { get; }

    public int ErrorCode { get; }

    public PluginHttpStatusCode HttpStatus { get; } = PluginHttpStatusCode.BadRequest;

    public Dictionary<string, string> ExceptionDetails { get; }
}
