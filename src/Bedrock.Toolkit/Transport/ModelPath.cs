namespace Bedrock.Toolkit.Transport;

/// <summary>Puts a model id or ARN into a request path as one segment.</summary>
internal static class ModelPath
{
    /// <summary>Percent-encodes every byte outside <c>A-Za-z0-9-._~</c>, so that <c>:</c> becomes <c>%3A</c> and the <c>/</c> of an ARN <c>%2F</c>.</summary>
    /// <exception cref="ArgumentException">The id is blank, or has a part <c>.</c> or <c>..</c>, which a server may resolve to another resource.</exception>
    public static string Encode(string modelId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(modelId);
        foreach (Range part in modelId.AsSpan().Split('/'))
        {
            if (modelId.AsSpan(part) is "." or "..")
            {
                throw new ArgumentException("A model id cannot have a part '.' or '..'.", nameof(modelId));
            }
        }

        return Uri.EscapeDataString(modelId);
    }
}
