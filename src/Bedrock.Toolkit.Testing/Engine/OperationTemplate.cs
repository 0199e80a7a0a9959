namespace Bedrock.Toolkit.Testing.Engine;

/// <summary>Method and path of an operation.</summary>
/// <param name="Operation">The API name.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path with labels in braces, such as <c>/model/{modelId}/converse</c>.</param>
internal sealed record OperationTemplate(string Operation, string Method, string Path)
{
    private readonly string[] _segments = Path.Split('/');

    /// <summary>Whether the operation answers with an event stream.</summary>
    public bool IsStreaming { get; init; }

    /// <summary>Whether the request is an event stream as well, whose frames are signed one by one, and goes on while it is answered.</summary>
    public bool IsBidirectional { get; init; }

    /// <summary>Whether the service looks the model up before it reads the body.</summary>
    public bool ChecksModel { get; init; }

    /// <summary>Whether the model may be called through an inference profile.</summary>
    public bool TakesProfiles { get; init; } = true;

    /// <summary>The service that requests are signed for.</summary>
    public string Service { get; init; } = "bedrock";

    /// <summary>Operations of one group share the answers that are set up: a call and its streaming twin.</summary>
    public string Group { get; init; } = Operation;

    /// <summary>The labels of a path, decoded once; null when the path does not fit.</summary>
    public Dictionary<string, string>? Match(string method, string[] segments)
    {
        if (method != Method || segments.Length != _segments.Length)
        {
            return null;
        }

        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int i = 0; i < segments.Length; i++)
        {
            if (_segments[i] is ['{', .. var label, '}'])
            {
                if (segments[i].Length == 0)
                {
                    return null;
                }

                labels[label] = Uri.UnescapeDataString(segments[i]);
            }
            else if (segments[i] != _segments[i])
            {
                return null;
            }
        }

        return labels;
    }
}
