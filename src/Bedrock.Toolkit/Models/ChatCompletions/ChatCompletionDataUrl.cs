namespace Bedrock.Toolkit.Models;

/// <summary>Bytes as a URL.</summary>
internal static class ChatCompletionDataUrl
{
    public static string Of(ReadOnlySpan<byte> data, string mediaType)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(mediaType);
        return data.IsEmpty
            ? throw new ArgumentException("The data must not be empty.", nameof(data))
            : $"data:{mediaType};base64,{Convert.ToBase64String(data)}";
    }
}
