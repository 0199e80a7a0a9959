namespace Bedrock.Toolkit.Errors;

/// <summary>What the transport learned about a failed attempt beyond the failure itself. A matter of one attempt: callers see nothing of it.</summary>
internal enum RetryHint
{
    /// <summary>Nothing: the exception says it all.</summary>
    None,

    /// <summary>The server refused the signature, and its clock says why; the next one is signed for its time.</summary>
    ClockSkew,

    /// <summary>Temporary credentials were refused, and the provider has been told to fetch new ones.</summary>
    RejectedCredentials,

    /// <summary>A connection of the pool was dead already when the request was written to it.</summary>
    StaleConnection,
}
