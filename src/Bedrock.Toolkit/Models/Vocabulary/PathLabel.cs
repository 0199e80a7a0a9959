namespace Bedrock.Toolkit;

/// <summary>Puts a value into a request path as one segment.</summary>
internal static class PathLabel
{
    /// <summary>Percent-encodes every byte outside <c>A-Za-z0-9-._~</c>.</summary>
    /// <exception cref="ArgumentException">The value is blank, or has a part <c>.</c> or <c>..</c>, which a server may resolve to another resource.</exception>
    public static string Encode(string value, string parameter)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value, parameter);
        return value.Split('/').Any(part => part is "." or "..")
            ? throw new ArgumentException($"{parameter} cannot have a part '.' or '..'.", parameter)
            : Uri.EscapeDataString(value);
    }
}
