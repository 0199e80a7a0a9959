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
        string what = status is null ? string.Empty : $" ({status})";
        return new BedrockConnectionException($"No answer from {host}: {name} refused{what}.{advice}", WithoutCredentials(refused))
        {
            Host = host,
            IsTransient = status is null or >= 500,
        };
    }

    /// <summary>The same exception, or one like it where its message repeats the proxy's address with a name and a password in it.</summary>
    private static HttpRequestException WithoutCredentials(HttpRequestException refused) => CredentialsInAddress().IsMatch(refused.Message)
        ? new HttpRequestException(refused.HttpRequestError, CredentialsInAddress().Replace(refused.Message, "//***@"), inner: null, refused.StatusCode)
        : refused;

    // Host and port only: the address can hold a password.
    public static string? AddressOf(string host, IWebProxy? proxy)
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

    [GeneratedRegex(@"//[^\s/']*@")]
    private static partial Regex CredentialsInAddress();
}
