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
