using System.Runtime.CompilerServices;
using System.Text.Json;
using MarketoSetupBot.Contracts;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace MarketoSetupBot.Backend.Database;

/// <summary>An instant as UTC ticks of 100 ns.</summary>
internal sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(at => at.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));

/// <summary>A value that is read and written as a whole. Values are immutable: a change is another instance.</summary>
internal sealed class AsJson<T>() : ValueConverter<T, string>(
    value => JsonSerializer.Serialize(value, Wire.Json),
    text => JsonSerializer.Deserialize<T>(text, Wire.Json)!);

/// <summary>A change is another instance, so nothing needs to be compared or copied element by element.</summary>
internal sealed class SameInstance<T>() : ValueComparer<T>(
    (one, other) => ReferenceEquals(one, other), value => RuntimeHelpers.GetHashCode(value), value => value)
    where T : class;
