namespace Bedrock.Toolkit.Ecosystem.Tests.Programs;

/// <summary>Tests that hear every call of the process: they run while no other test does.</summary>
[CollectionDefinition("alone", DisableParallelization = true)]
#pragma warning disable CA1711 // xunit calls it a collection
public sealed class AloneCollection
#pragma warning restore CA1711
{
}
