namespace Bedrock.Toolkit.Transport;

/// <summary>What is signed: the parts of one HTTP request in the form that goes on the wire.</summary>
internal readonly struct SigV4Request
{
    /// <summary>The HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>The path exactly as it is sent, already percent-encoded once; empty means <c>/</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The query exactly as it is sent, without the <c>?</c>; null or empty when there is none.</summary>
    public string? Query { get; init; }

    /// <summary>The headers to sign, <c>host</c> among them; repeated names are joined in the order given.</summary>
    /// <remarks>Headers that the signer sets itself and headers that proxies change are left out, whatever their value.</remarks>
    public required IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; }

    /// <summary>SHA-256 of the body in lower-case hex, see <see cref="SigV4Signer.HashPayload"/>.</summary>
    public required string PayloadSha256 { get; init; }

    /// <summary>The method only: a path can hold an account number, headers can hold secrets.</summary>
    public override string ToString() => $"{nameof(SigV4Request)} {Method}";
}

/// <summary>The header values that make a request a signed one; they must be sent exactly as they are here.</summary>
internal readonly struct SigV4Signature
{
    /// <summary>The first part of <c>authorization</c>: the algorithm, and whose key for what.</summary>
    public required string Credential { get; init; }

    /// <summary>The second part: the names of what is signed.</summary>
    public required string SignedHeaders { get; init; }

    /// <summary>The last part.</summary>
    public required string Signature { get; init; }

    /// <summary>The value of <c>authorization</c>.</summary>
    public string Authorization => $"{Credential}, {SignedHeaders}, {Signature}";

    /// <summary>The value of <c>x-amz-date</c>.</summary>
    public required string AmzDate { get; init; }

    /// <summary>The value of <c>x-amz-security-token</c>; null when the credentials have none and the header must be absent.</summary>
    public string? SecurityToken { get; init; }

    /// <summary>The value of <c>x-amz-content-sha256</c>; null when the signer does not set this header.</summary>
    public string? ContentSha256 { get; init; }

    /// <summary>The date only, no part of the key, token or signature.</summary>
    public override string ToString() => $"{nameof(SigV4Signature)} {AmzDate}";
}
