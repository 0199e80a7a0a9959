using System.Reflection;

namespace Bedrock.Toolkit.Tests.Models;

/// <summary>The models that a class of known models names.</summary>
internal static class KnownModels
{
    public static IReadOnlyList<(string Name, Model Model, ObsoleteAttribute? Obsolete)> Of(Type models) =>
        [.. models.GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Select(property => (property.Name, (Model)property.GetValue(null)!, property.GetCustomAttribute<ObsoleteAttribute>()))];

    /// <summary>Checks that the retired models, and only they, are obsolete, with the replacement in the message.</summary>
    /// <returns>How many are retired.</returns>
    public static int CheckRetired(Type models)
    {
        int retired = 0;
        foreach ((_, Model model, ObsoleteAttribute? obsolete) in Of(models))
        {
            Assert.Equal(model.Lifecycle.Status == ModelStatus.Retired, obsolete is not null);
            if (obsolete is not null)
            {
                retired++;
                Assert.Equal("BRT0001", obsolete.DiagnosticId);
                Assert.Contains(model.Lifecycle.Replacement!, obsolete.Message, StringComparison.Ordinal);
                Assert.NotNull(model.Lifecycle.EndOfLife);
            }
        }

        return retired;
    }
}
