using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Bedrock.Toolkit.Testing;

namespace Bedrock.Toolkit.CommandLine;

/// <summary>The options of every command that starts a server.</summary>
internal sealed class ServerOptions
{
    private readonly Option<int> _port = new("--port") { Description = "The port on 127.0.0.1; a free one when left out." };
    private readonly Option<string?> _accessKey = new("--access-key")
    {
        Description = "The access key id that the server accepts; a random one when left out.",
    };
    private readonly Option<string?> _secretKey = new("--secret-key") { Description = "The secret key that belongs to it." };
    private readonly Option<string?> _apiKey = new("--api-key") { Description = "The API key that the server accepts; a random one when left out." };
    private readonly Option<string> _region = new("--region")
    {
        Description = "The Region that requests must be signed for; 'any' for all.",
        DefaultValueFactory = static _ => "us-east-1",
    };
    private readonly Option<bool> _tls = new("--tls") { Description = "Speak HTTPS, with a certificate made for this run; the first line names its file." };

    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[_port, _accessKey, _secretKey, _apiKey, _region, _tls])
        {
            command.Options.Add(option);
        }
    }

    public BedrockServerOptions Read(ParseResult parsed)
    {
        string region = parsed.GetValue(_region)!;
        var options = new BedrockServerOptions
        {
            Port = parsed.GetValue(_port),
            AccessKeyId = parsed.GetValue(_accessKey),
            SecretAccessKey = parsed.GetValue(_secretKey),
            ApiKey = parsed.GetValue(_apiKey),
            UseTls = parsed.GetValue(_tls),
            AllowsAnyRegion = region == "any",
            ShowsCalls = true,
        };
        if (region != "any")
        {
            options.Region = region;
        }

        return options;
    }

    /// <summary>A time such as <c>50ms</c>, <c>2s</c> or <c>1.5s</c>.</summary>
    public static Option<TimeSpan?> Time(string name, string description) => new(name)
    {
        Description = description + " Such as 50ms or 2s.",
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            if (TryParse(text, out TimeSpan time))
            {
                return time;
            }

            result.AddError($"'{text}' is no time for {name}: write 50ms or 2s.");
            return null;
        },
    };

    private static bool TryParse(string text, out TimeSpan time)
    {
        (string digits, double milliseconds) = text.EndsWith("ms", StringComparison.Ordinal) ? (text[..^2], 1) : (text.TrimEnd('s'), 1_000);
        bool isTime = text.EndsWith('s') && double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value)
            && value * milliseconds <= int.MaxValue;
        time = isTime ? TimeSpan.FromMilliseconds(double.Parse(digits, CultureInfo.InvariantCulture) * milliseconds) : TimeSpan.Zero;
        return isTime;
    }
}
