using System.CommandLine;
using Bedrock.Toolkit.Doors;

namespace Bedrock.Toolkit.CommandLine;

/// <summary><c>bedrock key</c>: a short-term API key, made from the AWS credentials of this machine without asking anybody.</summary>
internal static class KeyCommand
{
    private const int DefaultMinutes = 60;

    public static Command Create(TextWriter output)
    {
        var region = new Option<string?>("--region") { Description = "The Region; that of the AWS settings of this machine when left out." };
        var profile = new Option<string?>("--profile") { Description = "The AWS profile; the normal chain decides when left out." };
        var minutes = new Option<int>("--minutes")
        {
            Description = "How long the key lives, 1 to 720; never longer than the credentials.",
            DefaultValueFactory = static _ => DefaultMinutes,
        };
        var command = new Command("key", "Prints a short-term API key, and nothing else: AWS_BEARER_TOKEN_BEDROCK=$(bedrock key).")
        {
            region, profile, minutes,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = new BedrockClientOptions { Region = parsed.GetValue(region), Profile = parsed.GetValue(profile) };
            BedrockApiKey key = await BedrockApiKey.CreateAsync(TimeSpan.FromMinutes(parsed.GetValue(minutes)), options, cancellationToken)
                .ConfigureAwait(false);
            await output.WriteLineAsync(key.Value.AsMemory(), cancellationToken).ConfigureAwait(false);
            return 0;
        });
        return command;
    }
}
