using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Bedrock.Toolkit.Transport;

/// <summary>A proxy that does not let a connection through.</summary>
internal static partial class ProxyFault
{
    public static BedrockConnectionException ToException(HttpRequestException refused, string host, IWebProxy? proxy)
    {
        int? status = (int?)refused.StatusCode
            ?? (StatusInMessage().Match(refused.Message) is { Success: true } found ? int.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture) : null);
        string name = AddressOf(host, proxy) is { } address ? $"the proxy {address}" : "the proxy";
        string advice = status == 407 ? " It wants a sign-in: give the proxy credentials." : string.Empty;

        // Only with a status is it the proxy's word; without one the connection to it broke.
        return new BedrockConnectionException($"No answer from {host}: {name} refused{(status is null ? string.Empty : $" ({status})")}.{advice}", refused)
        {
            Host = host,
            IsTransient = status is null or >= 500,
        };
    }

    // Host and port only: the address can hold a password.
    private static string? AddressOf(string host, IWebProxy? proxy)
    {
        var uri = new Uri("https://" + host);
        try
        {
            return (proxy ?? HttpClient.DefaultProxy).GetProxy(uri)?.GetComponents(UriComponents.HostAndPort, UriFormat.UriEscaped);
        }
        catch (Exception e) when (e is NotSupportedException or InvalidOperationException or UriFormatException)
        {
            // A proxy of the caller's own that cannot say where it is.
            return null;
        }
    }

    [GeneratedRegex(@"'(\d{3})'")]
    private static partial Regex StatusInMessage();
}
