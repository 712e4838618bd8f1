namespace PowerIntegration.Local.Dataverse.Errors;

/// <summary>The platform's error codes that this Dataverse answers with.</summary>
internal static class DataverseErrorCode
{
    public const uint InvalidArgument = 0x80040203;
    public const uint Unexpected = 0x80040216;
    public const uint ObjectDoesNotExist = 0x80040217;
    public const uint PrivilegeDenied = 0x80040220;
    public const uint PluginUnexpected = 0x80040224;
    public const uint UserDisabled = 0x80040225;
    public const uint CannotDeleteDueToAssociation = 0x80040227;
    public const uint DuplicateRecord = 0x80040237;
    public const uint NoActiveTransaction = 0x80040251;
    public const uint PluginAborted = 0x80040265;
    public const uint UnknownTable = 0x80041102;
    public const uint UnknownColumn = 0x80041103;
    public const uint DepthTooHigh = 0x80044182;
    public const uint StringLengthTooLong = 0x80044331;
    public const uint DecimalOutOfRange = 0x80044330;
    public const uint IntegerOutOfRange = 0x8004432F;
    public const uint PicklistOutOfRange = 0x8004431A;
    public const uint AccessDenied = 0x80048306;
    public const uint InvalidStateStatus = 0x80048408;
    public const uint UndeclaredProperty = 0x80048D19;
    public const uint UriNotUnderstood = 0x80060888;
    public const uint RowVersionDiffers = 0x80060882;
    public const uint RowVersionMissing = 0x80060883;
    public const uint KeyNotDefined = 0x80060890;
    public const uint RecordNotFoundByEntityKey = 0x80060891;
    public const uint DuplicateKey = 0x80060892;

    // The next four are from general knowledge, not from a document at hand.
    public const uint AggregateRowLimit = 0x8004E023;
    public const uint SqlGeneric = 0x80044150;
    public const uint SqlTimeout = 0x80044151;
    public const uint UserUnknown = 0x80072560;
}
