namespace Bedrock.Toolkit.Tests.Simulation;

/// <summary>The end of the process, as far as a simulation can have one.</summary>
internal sealed class CrashException() : Exception("The process has crashed.");
