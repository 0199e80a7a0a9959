using System.CommandLine;
using Bedrock.Toolkit.Testing;

namespace Bedrock.Toolkit.CommandLine;

/// <summary><c>bedrock record</c>: a proxy before the real Bedrock that writes what passes to a cassette.</summary>
internal static class RecordCommand
{
    private static readonly TimeSpan SaveEvery = TimeSpan.FromSeconds(1);

    public static Command Create(TextWriter output, TextWriter errors)
    {
        var server = new ServerOptions();
        var upstream = new Option<string>("--upstream")
        {
            Description = "The Region of the real Bedrock, called with the AWS settings of this machine.",
            Required = true,
        };
        var address = new Option<string?>("--upstream-url") { Description = "Another address than the Region's own." };
        var file = new Option<FileInfo>("--out") { Description = "The cassette: what is on it already is played.", Required = true };
        var hidePrompts = new Option<bool>("--hide-prompts") { Description = "Put hashes in place of the texts of requests." };
        var command = new Command(
            "record", "Passes calls on to the real Bedrock, and records them. The first line of the output is JSON with address and keys.")
        {
            upstream, address, file, hidePrompts,
        };
        server.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using Cassette cassette = Cassette.Record(
                parsed.GetValue(file)!.FullName, CassetteMode.NewEpisodes, new CassetteOptions { HidesPrompts = parsed.GetValue(hidePrompts) });
            using BedrockClient client = cassette.CreateClient(options =>
            {
                options.Region = parsed.GetValue(upstream);
                options.ServiceUrl = parsed.GetValue(address) is { } other ? new Uri(other) : null;

                // Whoever calls the proxy repeats by rules of its own.
                options.MaxAttempts = 1;
            });
            BedrockServerOptions serverOptions = server.Read(parsed);
            serverOptions.Upstream = client;
            BedrockServer bedrock = await BedrockServer.StartAsync(serverOptions).ConfigureAwait(false);
            await using (bedrock.ConfigureAwait(false))
            {
                bedrock.KeepCalls(0);
                await Announcement.WriteAsync(bedrock, output, errors, $"Recording to {cassette.Path}", cancellationToken).ConfigureAwait(false);
                using var timer = new PeriodicTimer(SaveEvery, TimeProvider.System);
                while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false))
                {
                    cassette.Save();
                }
            }

            return 0;
        });
        return command;
    }
}
