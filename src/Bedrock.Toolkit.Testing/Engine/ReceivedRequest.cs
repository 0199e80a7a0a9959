namespace Bedrock.Toolkit.Testing.Engine;

/// <summary>A request as it came over the wire, nothing decoded.</summary>
internal sealed class ReceivedRequest
{
    /// <summary>What a body may have at most.</summary>
    public const int MaxBodyBytes = 25_000_000;

    public required string Method { get; init; }

    /// <summary>The path of the request target, percent-encoded as it was sent.</summary>
    public required string Path { get; init; }

    /// <summary>The query of the request target as it was sent, without the question mark; empty when there is none.</summary>
    public string Query { get; init; } = string.Empty;

    /// <summary>One entry a header line.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; }

    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The body of a request that goes on while it is answered; null when it is whole, in <see cref="Body"/>.</summary>
    public Stream? LiveBody { get; init; }

    /// <summary>Whether it came to the host bedrock-mantle.</summary>
    public bool IsMantle { get; init; }

    /// <summary>Whether it came by HTTP/2.</summary>
    public bool IsHttp2 { get; init; }

    /// <summary>What the signatures of its frames go on from; null until the request is verified, and where its frames are not signed.</summary>
    public FrameSignatures? FrameSignatures { get; set; }

    /// <summary>Whether the body was longer than allowed; then <see cref="Body"/> is empty.</summary>
    public bool IsTooLarge { get; init; }

    /// <summary>The value of a header, several lines joined by a comma; null when it is missing.</summary>
    public string? Header(string name)
    {
        string? value = null;
        foreach ((string key, string line) in Headers)
        {
            if (key.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                value = value is null ? line : value + "," + line;
            }
        }

        return value;
    }
}
