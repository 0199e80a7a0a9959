using System.Text;

namespace Bedrock.Toolkit.Tests.Support;

/// <summary>One HTTP request as the handler saw it, with everything copied.</summary>
internal sealed record SentRequest(HttpMethod Method, Uri Uri, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    /// <summary>The body as text.</summary>
    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>A header's line, or null.</summary>
    public string? Header(string name) => Headers.GetValueOrDefault(name);
}
