using Bedrock.Toolkit.CommandLine;

using var ended = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    // Not at once: what was recorded is written first.
    pressed.Cancel = true;
    ended.Cancel();
};
using var terminated = System.Runtime.InteropServices.PosixSignalRegistration.Create(System.Runtime.InteropServices.PosixSignal.SIGTERM, signal =>
{
    signal.Cancel = true;
    ended.Cancel();
});
return await BedrockCommand.RunAsync(args, Console.Out, Console.Error, ended.Token).ConfigureAwait(false);
