namespace Microsoft.Xrm.Sdk;

[Serializable]
public sealed class InvalidPluginExecutionException : Exception
{
    public InvalidPluginExecutionException() { }

    public InvalidPluginExecutionException(OperationStatus status)
        : this(status, string.Empty) { }

    public InvalidPluginExecutionException(OperationStatus status, string message)
        : this(status, 0, message) { }

    public InvalidPluginExecutionException(OperationStatus status, int errorCode, string message)
        : this(status, errorCode, message, PluginHttpStatusCode.NotSet) { }

    public InvalidPluginExecutionException(string message)
        : base(message) { }

    public InvalidPluginExecutionException(string message, Exception exception)
        : base(message, exception)
    {
        HttpStatus = exception is InvalidPluginExecutionException refusal ? refusal.HttpStatus : PluginHttpStatusCode.NotSet;
    }

    public InvalidPluginExecutionException(string message, PluginHttpStatusCode httpStatus)
        : this(OperationStatus.Failed, 0, message, httpStatus) { }

    public InvalidPluginExecutionException(OperationStatus status, int errorCode, string message, PluginHttpStatusCode httpStatus)
        : base(message)
    {
        Status = status;
        HttpStatus = httpStatus;
        if (errorCode != 0)
        {
            HResult = errorCode;
        }
    }

    public OperationStatus Status { get; }

    /// <summary>The code that was given, or that of <see cref="Exception"/> where none was.</summary>
    public int ErrorCode => HResult;

    public PluginHttpStatusCode HttpStatus { get; }
}
