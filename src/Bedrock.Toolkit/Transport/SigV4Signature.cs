namespace Bedrock.Toolkit.Transport;

/// <summary>The header values that make a request a signed one; they must be sent exactly as they are here.</summary>
internal readonly struct SigV4Signature
{
    /// <summary>The value of <c>authorization</c>.</summary>
    public required string Authorization { get; init; }

    /// <summary>The value of <c>x-amz-date</c>.</summary>
    public required string AmzDate { get; init; }

    /// <summary>The value of <c>x-amz-security-token</c>; null when the credentials have none and the header must be absent.</summary>
    public string? SecurityToken { get; init; }

    /// <summary>The value of <c>x-amz-content-sha256</c>; null when the signer does not set this header.</summary>
    public string? ContentSha256 { get; init; }

    /// <summary>The date only, no part of the key, token or signature.</summary>
    public override string ToString() => $"{nameof(SigV4Signature)} {AmzDate}";
}
