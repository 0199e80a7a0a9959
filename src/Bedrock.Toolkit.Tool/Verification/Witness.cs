using System.Collections.Concurrent;

namespace Bedrock.Toolkit.CommandLine.Verification;

/// <summary>Remembers who answered. Thread-safe.</summary>
/// <param name="region">The Region that is called.</param>
internal sealed class Witness(string region)
{
    private const string ServerHeader = "x-bedrock-toolkit-server";

    private static readonly string[] OfAws = [".amazonaws.com", ".amazonaws.com.cn", ".api.aws", ".amazonaws.eu", ".api.amazonwebservices.com.cn"];

    private readonly ConcurrentDictionary<string, bool> _answered = new(StringComparer.Ordinal);

    /// <summary>Who answered, in words and without an address.</summary>
    public string Target => _answered.IsEmpty ? "nobody: no answer came" : string.Join("; ", _answered.Keys.Order(StringComparer.Ordinal));

    /// <summary>A handler above another one that tells of each answer.</summary>
    public HttpMessageHandler Over(HttpMessageHandler inner, Action sent) => new WitnessHandler(this, inner, sent);

    private void Note(HttpResponseMessage response)
    {
        string host = response.RequestMessage?.RequestUri?.Host ?? string.Empty;
        string who = response.Headers.TryGetValues(ServerHeader, out IEnumerable<string>? versions)
            ? $"BedrockServer {string.Join(", ", versions)} of this library: simulated models, not AWS"
            : OfAws.Any(suffix => host.EndsWith(suffix, StringComparison.OrdinalIgnoreCase)) ? $"AWS, Region {region}"
            : "an endpoint that is neither AWS nor a BedrockServer";
        _answered.TryAdd(who, true);
    }

    private sealed class WitnessHandler(Witness witness, HttpMessageHandler inner, Action sent) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            sent();
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            response.RequestMessage ??= request;
            witness.Note(response);
            return response;
        }
    }
}
